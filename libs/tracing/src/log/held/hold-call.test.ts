import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Span } from '@opentelemetry/api';
import type { Parked } from '../../capture/parked.ts';
import { readCall } from '../read-call.ts';
import { HeldCall } from './held-call.ts';
import { holdCall } from './hold-call.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** What the list of this test itself takes for each. */
const PLACE_BYTES = 48;
const TRACE_ID = 'a'.repeat(32);
const text = (length: number) => randomBytes(length / 2).toString('hex');

/** What a service may log; each time it is another text. */
const CALLS: Record<string, () => unknown[]> = {
  'a message': () => ['nothing to do'],
  'a message of parts': () => [`the order ${text(12)} has ${text(20)} and ${text(20)} in it`],
  'a few fields': () => ['asked', { sku: text(8), quantity: Math.random(), isKnown: true, order: text(36) }],
  'long texts': () => ['asked', { statement: text(1500), result: text(1500) }],
  'wide texts': () => ['asked', { name: `ü€${text(100)}`, city: `東京${text(40)}` }],
  'names of data': () => ['asked', Object.fromEntries(Array.from({ length: 10 }, () => [text(10), 1]))],
  'an object': () => ['asked', { items: [{ sku: text(8), quantity: 1.5 }] }],
  'an error': () => ['failed', new Error(text(20))],
  'a huge text': () => [text(40_000)],
  'a huge field': () => ['asked', { a: text(40_000), b: text(12_000) }],
};

/** Bytes a call, and what is counted for one. */
async function measure(make: () => unknown[], count: number) {
  // The first ones bring with them what is needed once and for all.
  hold(make, count);
  const once = async () => {
    const before = await memory();
    const held = hold(make, count);
    const real = ((await memory()) - before) / count - PLACE_BYTES;
    return { real, counted: held.reduce((sum, { bytes }) => sum + bytes, 0) / count };
  };
  // What else happens in the heap may be more than what is measured, but not twice in three times.
  const all = [await once(), await once(), await once()];
  return all.sort((one, other) => one.real - other.real)[1] as (typeof all)[number];
}

/** Each is of another span, which has gone. */
function hold(make: () => unknown[], count: number) {
  const held: { readonly parked: Parked; readonly bytes: number }[] = [];
  const captured = { park: (parked: Parked, bytes: number) => held.push({ parked, bytes }) };
  for (let index = 0; index < count; index++) {
    const ids = {
      traceId: TRACE_ID,
      spanId: text(16),
      traceFlags: 0,
      traceState: { serialize: () => text(512) },
    };
    const span = { captured, spanContext: () => ids } as unknown as Span;
    holdCall(readCall('debug', make()), span);
  }
  return held;
}

async function memory(): Promise<number> {
  collectGarbage();
  await setImmediate();
  collectGarbage();
  await setImmediate();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

test('a call that is held is counted as much as it takes at least, and not twice of it', async () => {
  for (const [name, make] of Object.entries(CALLS)) {
    const { real, counted } = await measure(make, 500);
    assert.ok(counted >= real && counted <= 2 * real, `${name}: ${counted} counted for ${real}`);
  }
});

test('a plain call is held as a copy, and what needs the code of the service as its line', () => {
  const kindOf = (...args: unknown[]) => hold(() => args, 1)[0]?.parked instanceof HeldCall;
  assert.deepEqual([kindOf('a'), kindOf('a', { b: 1, c: 'd', e: true, f: null })], [true, true]);
  assert.deepEqual(
    [kindOf('a', { b: {} }), kindOf('a', new Error('b')), kindOf('a', 'b'), kindOf('x'.repeat(5000))],
    [false, false, false, false],
  );
});
