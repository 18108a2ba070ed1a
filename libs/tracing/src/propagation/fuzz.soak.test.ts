import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Metadata } from '@grpc/grpc-js';
import { type Context, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { size } from '../testing/size.ts';
import type { Headers, TrustMode } from './boundary.ts';
import { createBoundary } from './create-boundary.ts';
import { createPropagator } from './create-propagator.ts';
import { getOrigin } from './origin.ts';
import { cpuMillisOf } from './testing/cpu-millis-of.ts';
import { fuzzedHeaders } from './testing/fuzzed-headers.ts';
import { expectedTraceId } from './testing/oracle.ts';
import { TRUSTING } from './testing/propagation-config.ts';
import { createRandom } from './testing/random.ts';

const SENT: Readonly<Record<string, RegExp>> = {
  traceparent: /^00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]$/,
  tracestate: /^[!-~][ -~]{0,4095}$/,
  'trace-id': /^[0-9a-f]{32}$/,
  baggage: /^[ -~]{1,8192}$/,
};
const configOf = (mode: TrustMode) => ({ ...TRUSTING, trust: { mode, ports: new Map() } });

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** The id that the first span gets, and never more than there may be. */
function check(context: Context, mode: TrustMode, expected: string | undefined, headers: Headers): void {
  const parent = trace.getSpanContext(context);
  const origin = getOrigin(context);
  const link = origin?.link?.traceId;
  const isTaken = mode === 'trust' || mode === 'adopt';
  assert.equal(parent?.traceId ?? origin?.traceId, isTaken ? expected : undefined, JSON.stringify(headers));
  assert.ok(link === undefined || (mode === 'link' && link === expected), JSON.stringify(headers));
  if (mode !== 'trust') assert.ok(!parent?.traceFlags && !parent?.traceState);
  assert.ok((propagation.getBaggage(context)?.getAllEntries().length ?? 0) <= (mode === 'trust' ? 64 : 0));
}

function runBounded(count: number, step: () => void): void {
  const half = () => {
    for (let i = 0; i < count / 2; i++) step();
  };
  half();
  const heap = heapBytes();
  const millis = cpuMillisOf(half);
  assert.ok(millis < 1000 + count * 0.2, `it takes ${millis} ms`);
  assert.ok(heapBytes() - heap < 4 * 1024 * 1024, 'something is kept');
}

test('no header makes it fail, gives a wrong id, takes long or stays in memory', () => {
  const random = createRandom(5);
  const modes = (['trust', 'adopt', 'link', 'ignore'] as const).map(
    (mode) => [mode, createBoundary(configOf(mode))] as const,
  );
  runBounded(size(1_000_000), () => {
    const headers = fuzzedHeaders(random);
    const [mode, boundary] = random.pick(modes);
    const context = boundary.receive(headers, random.below(65_536));
    check(context, mode, expectedTraceId(headers), headers);
    boundary.send(context, random.pick(['localhost', `${random.below(1e9)}.example.com`]), (name, value) => {
      assert.match(value, SENT[name] ?? /^$/, `${name}: ${JSON.stringify(headers)}`);
    });
  });
});

test('no metadata entry does so either', () => {
  const random = createRandom(6);
  const getter = {
    get: (carrier: Metadata, key: string) => carrier.get(key).map(String),
    keys: () => [],
  };
  const modes = (['trust', 'adopt'] as const).map(
    (mode) => [mode, createPropagator(configOf(mode))] as const,
  );
  runBounded(size(1_000_000), () => {
    const metadata = metadataOf(fuzzedHeaders(random));
    const headers = Object.fromEntries(
      Object.keys(metadata.getMap()).map((name) => [name, metadata.get(name).map(String)]),
    );
    const [mode, propagator] = random.pick(modes);
    const context = propagator.extract(ROOT_CONTEXT, metadata, getter);
    check(context, mode, expectedTraceId(headers), headers);
    propagator.inject(context, new Metadata(), { set: (carrier, name, value) => carrier.set(name, value) });
  });
});

/** What metadata refuses cannot come in by it. */
function metadataOf(headers: Headers): Metadata {
  const metadata = new Metadata();
  for (const [name, value = []] of Object.entries(headers)) {
    for (const each of [value].flat()) if (/^[ -~]*$/.test(each)) metadata.add(name, each);
  }
  return metadata;
}
