import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMadeUp } from './testing/read.ts';
import { traceDocument } from './trace-document.ts';

test('what kept a trace, and what was gone of it before, stands in the document too', () => {
  const attributes = { 'sampling.reason': 'promoted:slow', 'sampling.partial': 2 };
  const document = traceDocument(readMadeUp({ a: [{ id: 1, at: 0, ms: 9, attributes }] }));
  const { keptBy, notes } = JSON.parse(JSON.stringify(document));
  assert.equal(keptBy, 'promoted:slow');
  assert.match(notes[0], /^a had let go of 2 spans and lines/);
});
