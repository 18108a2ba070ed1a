import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api';
import { AlwaysOffSampler } from '@opentelemetry/sdk-trace';
import type { Capture } from '../capture/capture.ts';
import type { CapturedTrace } from '../capture/captured-trace.ts';
import { setCapture } from '../capture/current-capture.ts';
import type { Parked } from '../capture/parked.ts';
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
  parkAll(count, fill);
  const once = async () => {
    const before = await memory();
    const { parked, counted } = parkAll(count, fill);
    const real = ((await memory()) - before) / count;
    assert.equal(parked.length, count);
    return { real, counted };
  };
  // What else happens in the heap may be more than what is measured, but not twice in three times.
  const all = [await once(), await once(), await once()];
  return all.sort((one, other) => one.real - other.real)[1] as (typeof all)[number];
}

function parkAll(
  count: number,
  fill: Fill,
): { readonly parked: readonly Parked[]; readonly counted: number } {
  const parked: Parked[] = [];
  let bytes = 0;
  const park: CapturedTrace['park'] = (one, size) => {
    parked.push(one);
    bytes += size;
  };
  setCapture({ begin: () => ({ park, opened() {}, closed() {} }) } as unknown as Capture);
  const { tracer } = startSpans(new AlwaysOffSampler());
  const parent = trace.setSpan(ROOT_CONTEXT, tracer.startSpan('parent'));
  for (let index = 0; index < count; index++) {
    const span = tracer.startSpan('OrderService/CreateOrder', { attributes: START }, parent);
    fill(span);
    span.end();
  }
  setCapture(undefined);
  return { parked, counted: bytes / count };
}

async function memory(): Promise<number> {
  collectGarbage();
  await setImmediate();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

test('a span is counted as much as it takes, and two thirds as much again at most, as nearly all are', async () => {
  for (const [name, fill] of Object.entries(SMALL_SPANS)) {
    const { real, counted } = await measure(2000, fill);
    assert.ok(counted >= real && counted <= 1.7 * real, `${name}: ${counted} counted for ${real}`);
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
