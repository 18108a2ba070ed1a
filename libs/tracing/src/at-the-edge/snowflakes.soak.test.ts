import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TraceFlags } from '@opentelemetry/api';
import { defaultResource } from '@opentelemetry/resources';
import { readConfig } from '../env/config.ts';
import { createBoundary } from '../propagation/create-boundary.ts';
import { samplerOf } from '../sampling/testing/sampler-of.ts';
import { createTracerProvider } from '../span/create-tracer-provider.ts';
import { size } from '../testing/size.ts';

const RATIO = 0.01;
const FIRST = 1_541_815_603_606_036_480n;

test('of consecutive snowflakes, each tenth of them has its share of samples', (t) => {
  const { propagation, spanLimits: limits } = readConfig({});
  const sampler = samplerOf({ name: 'parentbased_traceidratio', ratio: RATIO });
  const { provider } = createTracerProvider({ resource: defaultResource(), sampler, limits });
  const boundary = createBoundary(propagation);
  const tracer = provider.getTracer('test');
  const tenth = Math.ceil(size(1_000_000) / 10);
  // Three sigmas are the bar of the whole run; a tenth in 300 lies outside of them by chance, so a small one has five.
  const sigmas = tenth >= 100_000 ? 3 : 5;
  const allowed = sigmas * Math.sqrt(tenth * RATIO * (1 - RATIO));
  const shares = Array.from({ length: 10 }, (_, part) => {
    let sampled = 0;
    for (let i = 0; i < tenth; i++) {
      const snowflake = String(FIRST + BigInt(part * tenth + i));
      const span = tracer.startSpan('call', {}, boundary.receive({ 'trace-id': snowflake }, 8080));
      sampled += span.spanContext().traceFlags & TraceFlags.SAMPLED;
      span.end();
    }
    return sampled;
  });
  t.diagnostic(`${shares.join(', ')} of ${tenth} each`);
  for (const sampled of shares) {
    assert.ok(Math.abs(sampled - tenth * RATIO) <= allowed, `${sampled} of ${tenth}, in ${shares}`);
  }
});
