import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Metadata } from '@grpc/grpc-js';
import { traceIdsOf } from './trace-ids.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = 'b7ad6b7169203331';

function idsOf(traceparent?: string) {
  const metadata = new Metadata();
  if (traceparent !== undefined) metadata.set('traceparent', traceparent);
  return traceIdsOf(metadata);
}

test('the ids are those that the caller sent', () => {
  const expected = { trace_id: traceId, span_id: spanId, trace_flags: '01' };
  assert.deepEqual(idsOf(`00-${traceId}-${spanId}-01`), expected);
});

test('a later version may say more behind them', () => {
  assert.equal(idsOf(`01-${traceId}-${spanId}-01-more`).trace_id, traceId);
});

const unreadable = [
  undefined,
  '',
  'garbage',
  `ff-${traceId}-${spanId}-01`,
  `00-${'0'.repeat(32)}-${spanId}-01`,
  `00-${traceId}-${'0'.repeat(16)}-01`,
  `00-${traceId.toUpperCase()}-${spanId}-01`,
  `00-${traceId}-${spanId}-0`,
  `00-${traceId}-${spanId}-01more`,
];

test('without a traceparent that can be read the trace id is a fresh one', () => {
  const fresh = unreadable.map((traceparent) => idsOf(traceparent).trace_id);
  for (const id of fresh) assert.match(id, /^(?!0{32})[0-9a-f]{32}$/);
  assert.equal(new Set([...fresh, traceId]).size, unreadable.length + 1);
});
