import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentFromEnvironment } from './from-environment.ts';
import { parseSamplingDocument } from './parse-sampling-document.ts';

for (const [name, ratio, parent, policy] of [
  ['always_on', 1, 'ignore', { policy: 'always' }],
  ['always_off', 1, 'ignore', { policy: 'never' }],
  ['traceidratio', 0.1, 'ignore', { ratio: 0.1 }],
  ['parentbased_always_on', 1, 'follow', { policy: 'always' }],
  ['parentbased_always_off', 1, 'follow', { policy: 'never' }],
  ['parentbased_traceidratio', 0.1, 'follow', { ratio: 0.1 }],
] as const) {
  test(`${name} is the document that says ${JSON.stringify(policy)} for what begins here, with parent ${parent}`, () => {
    assert.deepEqual(
      documentFromEnvironment(name, ratio),
      parseSamplingDocument(JSON.stringify({ version: 1, parent, default: policy })),
    );
  });
}
