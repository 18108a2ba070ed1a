import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Context, ROOT_CONTEXT, type SpanContext, trace } from '@opentelemetry/api';
import { type Origin, setOrigin } from '../propagation/origin.ts';
import { readOt } from '../propagation/ot-member.ts';
import { parseTraceState } from '../propagation/trace-state.ts';
import { samplerOf } from '../sampling/testing/sampler-of.ts';
import { withoutReason } from '../sampling/testing/without-reason.ts';
import { startSpans } from './testing/start-spans.ts';

const CALLER: SpanContext = {
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  spanId: '00f067aa0ba902b7',
  traceFlags: 0,
  isRemote: true,
};

/** The context of a request, as the boundary makes it. */
function requestOf(parent: Partial<SpanContext> | undefined, origin?: Origin): Context {
  const context = parent ? trace.setSpanContext(ROOT_CONTEXT, { ...CALLER, ...parent }) : ROOT_CONTEXT;
  return origin ? setOrigin(context, origin) : context;
}

function sampler(name: string, ratio = 1) {
  return samplerOf({ name, ratio });
}

test('a span that nobody called begins a trace whose id is random, and says so', () => {
  const span = startSpans(sampler('parentbased_always_on')).one();
  assert.equal(span.parentSpanContext, undefined);
  assert.equal(span.spanContext().traceFlags, 3);
  assert.equal(span.spanContext().traceState, undefined);
});

test('of a trusted caller id, parent, decision, random flag and tracestate are taken over', () => {
  const traceState = parseTraceState('ot=th:8;rv:0123456789abcd,shop=1');
  const { one } = startSpans(sampler('parentbased_always_off'));
  for (const [callers, expected] of [
    [1, 1],
    [3, 3],
    [0xff, 3],
  ] as const) {
    const span = one({}, requestOf({ traceFlags: callers, ...(traceState && { traceState }) }));
    const { traceId, traceFlags, traceState: state } = span.spanContext();
    assert.deepEqual([traceId, span.parentSpanContext?.spanId], [CALLER.traceId, CALLER.spanId]);
    assert.equal(traceFlags, expected);
    assert.equal(state?.serialize(), 'ot=th:8;rv:0123456789abcd,shop=1');
  }
});

test('a span that decides has its parent, and neither the decision nor the randomness of the caller', () => {
  const { one } = startSpans(sampler('parentbased_always_on'));
  const span = one({}, requestOf({ traceFlags: 0 }, { decides: true }));
  const { traceId, spanId, traceFlags, traceState } = span.spanContext();
  assert.deepEqual([traceId, span.parentSpanContext?.spanId], [CALLER.traceId, CALLER.spanId]);
  assert.notEqual(spanId, CALLER.spanId);
  assert.equal(traceFlags, 1);
  assert.match(traceState?.serialize() ?? '', /^ot=rv:[0-9a-f]{14}$/);
});

test('a span that decides about an id that is known to be random needs no other randomness', () => {
  const { one } = startSpans(sampler('parentbased_always_on'));
  const { traceFlags, traceState } = one({}, requestOf({ traceFlags: 2 }, { decides: true })).spanContext();
  assert.deepEqual([traceFlags, traceState], [3, undefined]);
});

test('an id without a span is the id of a root', () => {
  const { one } = startSpans(sampler('parentbased_always_on'));
  const span = one({}, requestOf(undefined, { decides: true, traceId: CALLER.traceId }));
  assert.equal(span.spanContext().traceId, CALLER.traceId);
  assert.equal(span.parentSpanContext, undefined);
  assert.ok(readOt(span.spanContext().traceState).rv);
});

test('what a caller wrote as its id is an attribute of the first span here alone', () => {
  const { tracer, sent, one } = startSpans(sampler('parentbased_always_on'));
  const request = requestOf({}, { decides: true, originalId: '4711' });
  const first = one({ attributes: Object.freeze({ a: 1 }) }, request);
  tracer.startSpan('second', {}, trace.setSpan(request, first)).end();
  const attributes = sent.map((span) => withoutReason(span.attributes));
  assert.deepEqual(attributes, [{ a: 1, 'mesh.trace.original_id': '4711' }, {}]);
});

test('a caller whose ids are not taken over is linked, before the links that the span has itself', () => {
  const { one } = startSpans(sampler('parentbased_always_on'));
  const own = { context: { ...CALLER, spanId: 'b'.repeat(16) } };
  const span = one({ links: [own] }, requestOf(undefined, { decides: true, link: CALLER }));
  assert.notEqual(span.spanContext().traceId, CALLER.traceId);
  assert.deepEqual(span.links, [{ context: CALLER }, own]);
});

test('a root of its own takes nothing from the request that it is started in', () => {
  const { one } = startSpans(sampler('parentbased_always_on'));
  const origin = { decides: true, traceId: CALLER.traceId, originalId: '4711', link: CALLER };
  const span = one({ root: true }, requestOf({}, origin));
  assert.notEqual(span.spanContext().traceId, CALLER.traceId);
  assert.deepEqual([span.parentSpanContext, span.links, withoutReason(span.attributes)], [undefined, [], {}]);
});

test('ids chosen to be sampled are not: the share of each kind is that of the sampler', () => {
  const { one, sent } = startSpans(sampler('parentbased_traceidratio', 0.1));
  const chosen = `${'0'.repeat(18)}${'f'.repeat(14)}`;
  const traceState = parseTraceState('ot=rv:ffffffffffffff;th:0');
  for (const [parent, origin] of [
    [{ traceId: chosen, traceFlags: 0 }, { decides: true }],
    [{ traceFlags: 0, ...(traceState && { traceState }) }, { decides: true }],
    [undefined, { decides: true, traceId: chosen }],
  ] as const) {
    for (let call = 0; call < 10_000; call++) one({}, requestOf(parent, origin));
    const [share] = [sent.splice(0).length / 10_000];
    assert.ok(share > 0.085 && share < 0.115, `${share}`);
  }
});
