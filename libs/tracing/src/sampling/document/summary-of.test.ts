import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSamplingDocument } from './parse-sampling-document.ts';
import { summaryOf } from './summary-of.ts';
import { wholeDocument } from './testing/whole-document.ts';

test('the summary of a document is one line, with the names of its first rules', () => {
  assert.equal(
    summaryOf(parseSamplingDocument(JSON.stringify(wholeDocument))),
    'ratio 0.01, first, floor 0.1/s, ceiling 5/s, boost 0.5; forced 2/s; overall 50/s; capture 5/s, burst 20, ceiling 40/s; rules canary, night, orders',
  );
  const rules = Array.from({ length: 7 }, (_, index) => ({ name: `${index}`, match: { service: 'a' } }));
  const document = {
    version: 1,
    default: { policy: 'never' },
    capture: null,
    rules: rules.map((rule) => ({ ...rule, ratio: 0 })),
  };
  assert.equal(
    summaryOf(parseSamplingDocument(JSON.stringify(document))),
    'never; no capture; rules 0, 1, 2, 3, 4 and 2 more',
  );
});
