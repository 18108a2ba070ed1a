import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROOT_CONTEXT, SamplingDecision, SpanKind, trace } from '@opentelemetry/api';
import { setOrigin } from '../propagation/origin.ts';
import { startRequest } from '../propagation/request-context.ts';
import { parseTraceState } from '../propagation/trace-state.ts';
import { requestOf } from '../request-record.ts';
import { startSpans } from '../span/testing/start-spans.ts';
import type { MeshSampler } from './create-sampler.ts';
import { samplerOf } from './testing/sampler-of.ts';

/** @returns the tracestate of a trace that is kept (`dropped` if not), with the given end of its id */
function decideBy(sampler: MeshSampler, randomness: string, state?: string): string {
  const traceId = `${'a'.repeat(18)}${randomness}`;
  const traceState = state === undefined ? undefined : parseTraceState(state);
  const parent = { traceId, spanId: 'b'.repeat(16), traceFlags: 0, ...(traceState && { traceState }) };
  const context = traceState ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
  const result = sampler.shouldSample(context, traceId, 'name', SpanKind.SERVER, {}, []);
  const text = (result.traceState ?? traceState)?.serialize() ?? '';
  return result.decision === SamplingDecision.RECORD_AND_SAMPLED ? text : `dropped ${text}`.trim();
}

function decide(ratio: number, randomness: string, state?: string): string {
  return decideBy(samplerOf({ name: 'traceidratio', ratio }), randomness, state);
}

test('a trace is kept whose id ends at or above the threshold, and its tracestate says by which', () => {
  assert.equal(decide(0.25, 'c0000000000000'), 'ot=th:c');
  assert.equal(decide(0.25, 'bfffffffffffff'), 'dropped');
  assert.equal(decide(1, '00000000000000'), 'ot=th:0');
  assert.equal(decide(0, 'ffffffffffffff'), 'dropped');
  assert.equal(decide(2 ** -56, 'ffffffffffffff'), 'ot=th:ffffffffffffff');
  assert.equal(decide(2 ** -56, 'fffffffffffffe'), 'dropped');
});

test('the randomness in tracestate counts instead of the id, and stays there', () => {
  assert.equal(decide(0.5, '00000000000000', 'ot=rv:80000000000000'), 'ot=th:8;rv:80000000000000');
  assert.equal(decide(0.5, 'ffffffffffffff', 'ot=rv:7fffffffffffff'), 'dropped ot=rv:7fffffffffffff');
});

test('the threshold of an earlier decision is replaced, or taken out where the trace is dropped', () => {
  assert.equal(decide(0.5, 'f0000000000000', 'ot=th:f,shop=1'), 'ot=th:8,shop=1');
  assert.equal(decide(0.5, '00000000000000', 'ot=th:0;x:y,shop=1'), 'dropped ot=x:y,shop=1');
  assert.equal(decide(0, '00000000000000', 'ot=th:0'), 'dropped');
});

test('what an earlier decision says of a mark is taken out', () => {
  assert.equal(decide(0.5, 'f0000000000000', 'mesh=reason:forced,shop=1'), 'ot=th:8,shop=1');
  assert.equal(decide(0.5, '00000000000000', 'mesh=reason:forced,ot=th:0'), 'dropped');
});

test('where everything is kept no call carries a threshold, nor what another sampler has said of one', () => {
  const always = samplerOf({ name: 'always_on', ratio: 1 });
  assert.equal(decideBy(always, '00000000000000'), '');
  assert.equal(decideBy(always, '00000000000000', 'ot=th:f,shop=1'), 'shop=1');
});

test('a sampler keeps its share of random traces, and all that one with a lower ratio keeps', () => {
  const [few, more] = [0.1, 0.3].map((ratio) => samplerOf({ name: 'traceidratio', ratio }));
  assert.ok(few && more);
  let kept = 0;
  for (let index = 0; index < 20_000; index++) {
    const randomness = Math.floor(Math.random() * 2 ** 52)
      .toString(16)
      .padStart(13, '0')
      .padEnd(14, '5');
    if (decideBy(few, randomness) !== 'dropped') {
      kept++;
      assert.notEqual(decideBy(more, randomness), 'dropped');
    }
  }
  assert.ok(Math.abs(kept / 20_000 - 0.1) < 0.01, `${kept}`);
});

test('a root of its own within a request is not where that request begins', () => {
  const { tracer } = startSpans(samplerOf({ name: 'parentbased_always_on', ratio: 1 }));
  const request = startRequest();
  tracer.startSpan('of its own', { root: true }, request);
  assert.equal(requestOf(request)?.operation, undefined);
  tracer.startSpan('first', {}, request);
  assert.equal(requestOf(request)?.operation?.ratio, 1);
});

test('a message that is read within a request is not where that request begins', () => {
  const { tracer } = startSpans(samplerOf({ name: 'parentbased_always_on', ratio: 1 }));
  const request = startRequest();
  const first = tracer.startSpan('first', {}, request);
  const operation = requestOf(request)?.operation;
  const sender = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 0, isRemote: true };
  const message = trace.setSpanContext(trace.setSpan(request, first), sender);
  const reader = tracer.startSpan('message', {}, setOrigin(message, { decides: true }));
  assert.deepEqual([reader.spanContext().traceId, reader.isRecording()], [sender.traceId, true]);
  assert.ok(operation);
  assert.equal(requestOf(request)?.operation, operation);
});

test('where each span decides, the request is still told of by its first one', () => {
  const { tracer } = startSpans(samplerOf({ name: 'always_on', ratio: 1 }));
  const request = startRequest();
  const first = tracer.startSpan('first', {}, request);
  const operation = requestOf(request)?.operation;
  tracer.startSpan('second', {}, trace.setSpan(request, first));
  assert.ok(operation);
  assert.equal(requestOf(request)?.operation, operation);
});
