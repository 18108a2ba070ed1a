import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { defaultResource } from '@opentelemetry/resources';
import { startSpans } from '../span/testing/start-spans.ts';
import { until } from '../testing/until.ts';
import { createItemBatch } from './item-batch.ts';
import { writeSpan } from './write-span.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

test('a request holds as much memory as the outbox counts for it, be it small or large', () => {
  const batch = createItemBatch(defaultResource(), writeSpan);
  const { one } = startSpans();
  for (const spans of [1, 500, 50_000]) {
    for (let index = 0; index < spans; index++) batch.add(one());
    const request = batch.take();
    const spare = request.buffer.byteLength - request.byteLength;
    assert.ok(spare < 16, `${spare} of ${request.buffer.byteLength} bytes are held for nothing`);
  }
});

test('what one huge span needed is not kept', async () => {
  const batch = createItemBatch(defaultResource(), writeSpan);
  const { one } = startSpans();
  const held = () => {
    collectGarbage();
    return process.memoryUsage().arrayBuffers;
  };
  const before = held();
  batch.add(one({ attributes: { text: 'x'.repeat(10_000_000) } }));
  batch.take();
  // The memory of a buffer is given back some time after its object is gone.
  await until(() => held() - before < 1_000_000 || undefined, 'the memory of before');
});
