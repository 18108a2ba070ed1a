import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { AlwaysOffSampler } from '@opentelemetry/sdk-trace';
import { called } from '../span/testing/called.ts';
import { SMALL_SPANS } from '../span/testing/kinds-of-span.ts';
import { startSpans } from '../span/testing/start-spans.ts';
import { size } from '../testing/size.ts';
import { Capture } from './capture.ts';
import { setCapture } from './current-capture.ts';
import { quietTeller } from './testing/quiet-teller.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const MAX_BYTES = 4 * 1024 * 1024;
const TRACES = size(1_000_000);
const { tracer } = startSpans(new AlwaysOffSampler());
const KINDS = Object.values(SMALL_SPANS);

function startCapture(): Capture {
  const capture = new Capture({
    maxBytes: MAX_BYTES,
    maxMillis: 3e6,
    limits: { perSecond: 10, burst: 50, ceilingPerSecond: 100 },
    slowMillisOf: () => 1000,
    teller: quietTeller(),
  });
  setCapture(capture);
  return capture;
}

function park(traces: number, capture: Capture): void {
  for (let index = 0; index < traces; index++) {
    const span = tracer.startSpan('request', {}, called());
    KINDS[index % KINDS.length]?.(span);
    span.end();
    assert.ok(capture.bytes <= MAX_BYTES);
  }
}

function memory(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

test('of a million traces that are parked a process never holds more than the ring may have', async () => {
  // What all of them need, as code and the shapes of objects.
  const first = startCapture();
  park(5000, first);
  await first.stop();
  setCapture(undefined);
  const before = memory();
  const capture = startCapture();
  const held = [1, 2, 3].map(() => {
    park(TRACES / 3, capture);
    return memory() - before;
  });
  assert.ok(
    held.every((bytes) => bytes <= MAX_BYTES),
    `${held.join(', ')} of ${MAX_BYTES} bytes`,
  );
  assert.ok(capture.bytes > MAX_BYTES * 0.8 && capture.traces > 1000);
  assert.ok(capture.tally.evictedItems > TRACES / 2);
  await capture.stop();
  setCapture(undefined);
});
