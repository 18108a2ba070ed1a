import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import {
  type Attributes,
  createTraceState,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  type SpanOptions,
  trace,
} from '@opentelemetry/api';
import { AlwaysOffSampler, AlwaysOnSampler, type SpanProcessor } from '@opentelemetry/sdk-trace';
import { Capture } from '../capture/capture.ts';
import { capturedBy, setCapture } from '../capture/current-capture.ts';
import { quietTeller } from '../capture/testing/quiet-teller.ts';
import type { RecordingSpan } from './recording-span.ts';
import { called } from './testing/called.ts';
import { LARGE_SPANS, SMALL_SPANS } from './testing/kinds-of-span.ts';
import { spanFacts } from './testing/span-facts.ts';
import { startSpans } from './testing/start-spans.ts';

const REMOTE = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 0, isRemote: true };

function capture({ maxBytes = 1e6, sampler = new AlwaysOffSampler(), limits = {} } = {}) {
  const capture = new Capture({
    maxBytes,
    maxMillis: 30_000,
    limits: { perSecond: 10, burst: 50, ceilingPerSecond: 100 },
    slowMillisOf: () => 1000,
    teller: quietTeller(),
  });
  setCapture(capture);
  const started = startSpans(sampler, limits);
  const one = (options: SpanOptions = {}, context = called()) => started.one(options, context);
  return { capture, ...started, one };
}

const keep = (span: Span) => capturedBy(span)?.trigger('INTERNAL');

afterEach(() => setCapture(undefined));

test('a span of an unsampled request is sent when its trace is kept, with all that was set, the reason and its flags as they were', () => {
  const { one, sent } = capture();
  const span = one({ attributes: { a: 1 } });
  assert.equal(sent.length, 0);
  keep(span);
  assert.deepEqual(sent[0]?.attributes, { a: 1, 'sampling.reason': 'promoted:INTERNAL' });
  assert.equal(sent[0]?.spanContext().traceFlags, span.spanContext().traceFlags);
});

test('whatever is in a span goes out as it was', () => {
  for (const [name, fill] of Object.entries({ ...SMALL_SPANS, ...LARGE_SPANS })) {
    const { tracer, sent } = capture();
    const span = tracer.startSpan(
      name,
      { kind: SpanKind.SERVER },
      trace.setSpanContext(ROOT_CONTEXT, REMOTE),
    );
    fill(span);
    span.end();
    keep(span);
    span.setAttribute('sampling.reason', 'too late');
    const expected = { ...(span as RecordingSpan).attributes, 'sampling.reason': 'promoted:INTERNAL' };
    const facts = spanFacts([span as RecordingSpan]).map((fact) => ({ ...fact, attributes: expected }));
    assert.deepEqual(spanFacts(sent), facts);
    assert.deepEqual(sent[0]?.spanContext(), span.spanContext());
  }
});

test('a span that ends after its trace is kept is sent at once', () => {
  const { tracer, sent } = capture();
  const parent = tracer.startSpan('parent');
  const child = tracer.startSpan('child', {}, trace.setSpan(ROOT_CONTEXT, parent));
  keep(child);
  child.end();
  parent.end();
  assert.deepEqual(
    sent.map(({ name }) => name),
    ['child', 'parent'],
  );
});

test('a sampled span is sent as ever, whatever becomes of its trace', () => {
  const { one, sent } = capture({ sampler: new AlwaysOnSampler() });
  const span = one();
  keep(span);
  assert.deepEqual(sent, [span]);
  assert.deepEqual(span.attributes, {});
});

test('the reason is there, however many attributes a span has', () => {
  for (const attributes of [
    { a: 1, b: 2 },
    Object.freeze({ a: 1, b: 2 }),
    { list: [1], b: 2 },
  ] as Attributes[]) {
    const { one, sent } = capture({ limits: { attributeCountLimit: 2 } });
    keep(one({ attributes }));
    assert.deepEqual(sent[0]?.attributes, { ...attributes, 'sampling.reason': 'promoted:INTERNAL' });
  }
});

test('a reason that somebody else gave is replaced', () => {
  for (const attributes of [{ 'sampling.reason': 'x' }, Object.freeze({ 'sampling.reason': 'x' })]) {
    const { one, sent } = capture();
    keep(one({ attributes }));
    const { fixed, list, object } = sent[0]?.ownAttributes ?? {};
    assert.deepEqual([fixed, list, object], [undefined, [], { 'sampling.reason': 'promoted:INTERNAL' }]);
  }
});

test('a span whose trace is not whole says how much of it had to go', () => {
  const { tracer, sent, capture: own } = capture({ maxBytes: 10_000 });
  const parent = tracer.startSpan('parent');
  const context = trace.setSpan(ROOT_CONTEXT, parent);
  for (let count = 0; count < 50; count++) tracer.startSpan('child', {}, context).end();
  parent.end();
  keep(parent);
  for (const { attributes } of sent) assert.equal(attributes['sampling.partial'], own.tally.evictedItems);
  assert.ok(own.tally.evictedItems > 40);
});

test('nothing says how likely a kept span was: other members of its tracestate stay, and its randomness', () => {
  for (const [before, after] of [
    ['ot=th:c;rv:00000000000001,other=1', 'ot=rv:00000000000001,other=1'],
    ['ot=th:c', undefined],
    ['ot=rv:00000000000001', 'ot=rv:00000000000001'],
  ] as const) {
    const { one, sent } = capture();
    const parent = { ...REMOTE, traceState: createTraceState(before) };
    const span = one({}, trace.setSpanContext(ROOT_CONTEXT, parent));
    keep(span);
    assert.equal(sent[0]?.spanContext().traceState?.serialize() || undefined, after);
    assert.equal(span.spanContext().traceState?.serialize(), before);
    assert.equal(parent.traceState.serialize(), before);
  }
});

test('a processor sees a parked span as one that records and is not sampled, and may still change it before its end', () => {
  const seen: unknown[] = [];
  const processor: SpanProcessor = {
    onStart: (span) => seen.push(['start', span.isRecording(), span.spanContext().traceFlags & 1]),
    onEnding: (span) => void span.setAttribute('late', 'x'.repeat(5000)),
    onEnd: (span) => seen.push(['end', span.ended, span.spanContext().traceFlags & 1]),
    forceFlush: async () => {},
    shutdown: async () => {},
  };
  const { one, addSpanProcessor, capture: own, sent } = capture();
  addSpanProcessor(processor);
  const span = one();
  assert.deepEqual(seen, [
    ['start', true, 0],
    ['end', true, 0],
  ]);
  assert.ok(own.bytes > 5000);
  keep(span);
  assert.deepEqual([sent.length, seen.length], [1, 2]);
  assert.equal(String(sent[0]?.attributes['late']).length, 5000);
});

test('while capture is off a span that is not sampled costs nothing and can be kept by nobody', () => {
  const { one, sent, capture: own } = capture();
  own.isOn = false;
  const span = one();
  keep(span);
  assert.deepEqual([span.isRecording(), sent, own.bytes], [false, [], 0]);
});
