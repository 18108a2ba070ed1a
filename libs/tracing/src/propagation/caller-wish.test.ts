import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SpanKind } from '@opentelemetry/api';
import { defaultResource } from '@opentelemetry/resources';
import { readConfig } from '../env/config.ts';
import { samplerOf } from '../sampling/testing/sampler-of.ts';
import { createTracerProvider } from '../span/create-tracer-provider.ts';
import { startSpans } from '../span/testing/start-spans.ts';
import type { Headers } from './boundary.ts';
import { receive } from './testing/what-goes-on.ts';

/** Whether the first span of a trusted request is sampled, by a sampler that would decide otherwise. */
function isSampled(headers: Headers, name: string): boolean {
  const { spanLimits: limits } = readConfig({});
  const sampler = samplerOf({ name, ratio: 1 });
  const { provider } = createTracerProvider({ resource: defaultResource(), sampler, limits });
  const span = provider.getTracer('test').startSpan('call', { kind: SpanKind.SERVER }, receive(headers));
  assert.ok(!('parentSpanContext' in span) || span.parentSpanContext === undefined, 'a parent was invented');
  return (span.spanContext().traceFlags & 1) === 1;
}

test('what a trusted caller without a trace wants is done', () => {
  assert.equal(isSampled({}, 'parentbased_always_on'), true);
  assert.equal(isSampled({ b3: '0' }, 'parentbased_always_on'), false);
  assert.equal(isSampled({ 'x-b3-sampled': '0' }, 'parentbased_always_on'), false);
  assert.equal(isSampled({}, 'parentbased_always_off'), false);
  assert.equal(isSampled({ b3: 'd' }, 'parentbased_always_off'), true);
});

test('a root that is kept by such a wish says so', () => {
  const { one } = startSpans(samplerOf({ name: 'parentbased_always_off', ratio: 1 }));
  assert.deepEqual(one({}, receive({ b3: '1' })).attributes, { 'sampling.reason': 'parent' });
});

test('a sampler that asks no parent asks no caller either', () => {
  assert.equal(isSampled({ b3: '0' }, 'always_on'), true);
  assert.equal(isSampled({ b3: 'd' }, 'always_off'), false);
});
