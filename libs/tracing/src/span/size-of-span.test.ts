import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api';
import type { RecordingSpan } from './recording-span.ts';
import { sizeOfSpan } from './size-of-span.ts';
import { LARGE_SPANS, SMALL_SPANS } from './testing/kinds-of-span.ts';
import { startSpans } from './testing/start-spans.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

type Fill = (span: Span) => void;

const START = Object.freeze({
  'rpc.method': 'mesh.order.v1.OrderService/CreateOrder',
  'server.port': 50_051,
});

/** Bytes a span, and what is counted for one. */
async function measure(
  count: number,
  fill: Fill,
): Promise<{ readonly real: number; readonly counted: number }> {
  // The first ones bring with them what is needed once and for all, as code and the shapes of objects.
  makeAll(count, fill);
  const before = await memory();
  const spans = makeAll(count, fill);
  const real = ((await memory()) - before) / count;
  const counted = spans.reduce((sum, span) => sum + sizeOfSpan(span), 0) / count;
  return { real, counted };
}

function makeAll(length: number, fill: Fill): RecordingSpan[] {
  const { tracer } = startSpans();
  const parent = trace.setSpan(ROOT_CONTEXT, tracer.startSpan('parent'));
  return Array.from({ length }, () => {
    const span = tracer.startSpan('OrderService/CreateOrder', { attributes: START }, parent);
    fill(span);
    return span as RecordingSpan;
  });
}

async function memory(): Promise<number> {
  collectGarbage();
  await setImmediate();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

test('a span is counted as much as it takes, and little more than half as much again at most, as nearly all are', async () => {
  for (const [name, fill] of Object.entries(SMALL_SPANS)) {
    const { real, counted } = await measure(2000, fill);
    assert.ok(counted >= real && counted <= 1.6 * real, `${name}: ${counted} counted for ${real}`);
  }
});

test('a span is counted as much as it takes, whatever is in it, and never twice as much', async () => {
  for (const [name, fill] of Object.entries(LARGE_SPANS)) {
    const { real, counted } = await measure(200, fill);
    assert.ok(counted >= real && counted <= 2 * real, `${name}: ${counted} counted for ${real}`);
  }
});

test('a link to something whose state cannot be read is counted, too', () => {
  const traceState = { serialize: () => assert.fail('broken') };
  const { one } = startSpans();
  const context = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 0 };
  const without = sizeOfSpan(one({ links: [{ context }] }));
  assert.ok(sizeOfSpan(one({ links: [{ context: { ...context, traceState } as never }] })) > without);
});
