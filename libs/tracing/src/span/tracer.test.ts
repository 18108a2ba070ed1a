import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROOT_CONTEXT, SamplingDecision, SpanKind, trace } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { NodeSDK } from '@opentelemetry/sdk-node';
import type { Sampler } from '@opentelemetry/sdk-trace';
import { parseTraceState } from '../propagation/trace-state.ts';
import { samplerOf } from '../sampling/testing/sampler-of.ts';
import { startSpans } from './testing/start-spans.ts';

const PARENT = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 0 };

// For the context manager alone.
new NodeSDK({
  spanProcessors: [],
  logRecordProcessors: [],
  metricReaders: [],
  textMapPropagator: null,
}).start();

function childOf(parent: object): ReturnType<typeof trace.setSpanContext> {
  return trace.setSpanContext(ROOT_CONTEXT, { ...PARENT, ...parent });
}

function deciding(decision: SamplingDecision, more: object = {}): Sampler & { asked: unknown[][] } {
  const asked: unknown[][] = [];
  return {
    asked,
    shouldSample(...args) {
      asked.push(args);
      return { decision, ...more };
    },
  };
}

test('a callback runs in its span, with what the API lets out, and its result comes back', () => {
  const { tracer } = startSpans();
  const attributes = { a: 1 };
  const inContext = trace.setSpanContext(ROOT_CONTEXT, { ...PARENT, traceFlags: 1 });
  const results = [
    tracer.startActiveSpan('name', (span) => [span, trace.getActiveSpan()]),
    tracer.startActiveSpan('options', { attributes }, (span) => [span, trace.getActiveSpan()]),
    tracer.startActiveSpan('context', {}, inContext, (span) => [span, trace.getActiveSpan()]),
  ];
  for (const [span, active] of results) assert.equal(span, active);
  assert.equal(results[2]?.[0]?.spanContext().traceId, PARENT.traceId);
  const outer = tracer.startActiveSpan('outer', (span) => [span, tracer.startSpan('inner')] as const);
  assert.equal(outer[1].spanContext().traceId, outer[0].spanContext().traceId);
});

test('a child has the trace, the flags and the tracestate of its parent and an id of its own', () => {
  const traceState = parseTraceState('shop=1');
  const { tracer } = startSpans(samplerOf({ name: 'parentbased_always_off', ratio: 1 }));
  const span = tracer.startSpan('child', {}, childOf({ traceFlags: 3, traceState }));
  const { spanId, ...rest } = span.spanContext();
  assert.deepEqual(rest, { traceId: PARENT.traceId, traceFlags: 3, traceState });
  assert.match(spanId, /^(?!b+$)[0-9a-f]{16}$/);
});

test('below a span that is not sampled nothing is made: no object, no id', () => {
  const { tracer, sent } = startSpans(samplerOf({ name: 'parentbased_always_off', ratio: 1 }));
  const root = tracer.startSpan('root', {}, ROOT_CONTEXT);
  assert.equal(root.isRecording(), false);
  assert.equal(root.spanContext().traceFlags, 2);
  assert.equal(tracer.startSpan('child', {}, trace.setSpan(ROOT_CONTEXT, root)), root);
  root.setAttribute('a', 1).end();
  assert.deepEqual(sent, []);
});

test('the first span of a request that its caller does not sample has an id of its own', () => {
  const { tracer } = startSpans(samplerOf({ name: 'parentbased_always_on', ratio: 1 }));
  const span = tracer.startSpan('server', {}, childOf({ isRemote: true }));
  assert.equal(span.isRecording(), false);
  assert.equal(span.spanContext().traceId, PARENT.traceId);
  assert.notEqual(span.spanContext().spanId, PARENT.spanId);
  assert.equal(span.spanContext().isRemote, undefined);
});

test('where tracing is suppressed there is no span', () => {
  const { tracer } = startSpans();
  const span = tracer.startSpan('name', {}, suppressTracing(childOf({ traceFlags: 1 })));
  assert.deepEqual([span.isRecording(), trace.isSpanContextValid(span.spanContext())], [false, false]);
});

test("any sampler of the SDK is asked about every span, and its attributes and tracestate are the span's", () => {
  const traceState = parseTraceState('vendor=1');
  const sampler = deciding(SamplingDecision.RECORD_AND_SAMPLED, { attributes: { why: 'so' }, traceState });
  const { one } = startSpans(sampler);
  const attributes = { a: 1 };
  const links = [{ context: PARENT }];
  const parent = childOf({});
  const span = one({ kind: SpanKind.CLIENT, attributes, links }, parent);
  assert.deepEqual(sampler.asked, [[parent, PARENT.traceId, 'one', SpanKind.CLIENT, attributes, links]]);
  assert.deepEqual(span.attributes, { a: 1, why: 'so' });
  assert.equal(span.spanContext().traceState, traceState);
});

test('a span that is only recorded is seen by processors, is not sent, and its children are not kept', () => {
  const seen: string[] = [];
  const follows = () => true;
  const { tracer, sent, one, addSpanProcessor } = startSpans({
    ...deciding(SamplingDecision.RECORD),
    follows,
  });
  addSpanProcessor({
    onStart: (span) => seen.push(`starts ${span.name}`),
    onEnd: (span) => seen.push(`ends ${span.name}`),
    forceFlush: async () => {},
    shutdown: async () => {},
  });
  const span = one();
  const child = tracer.startSpan('child', {}, trace.setSpan(ROOT_CONTEXT, span));
  assert.equal(span.spanContext().traceFlags, 2);
  assert.deepEqual([child.isRecording(), child.spanContext()], [false, span.spanContext()]);
  assert.deepEqual([seen, sent], [['starts one', 'ends one'], []]);
});

test('asked for twice, a tracer is the same one', () => {
  const { provider } = startSpans();
  assert.equal(provider.getTracer('a', '1'), provider.getTracer('a', '1'));
  const others = [provider.getTracer('a', '2'), provider.getTracer('a', '1', { schemaUrl: 'u' })];
  for (const other of others) assert.notEqual(other, provider.getTracer('a', '1'));
});
