import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnyValue, type Attributes, SamplingDecision, SpanStatusCode } from '@opentelemetry/api';
import type { RecordingSpan } from './recording-span.ts';
import type { SpanRecord } from './span-record.ts';
import { startSpans } from './testing/start-spans.ts';

const MAIL = 'canary@example.com';
const CONTEXT = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 };

/** All that can be read of a span. */
function shown({ name, attributes, events, links, status }: SpanRecord): string {
  return JSON.stringify({ name, attributes, events, links, status });
}

function attributesOf(attributes: Attributes): Attributes {
  return startSpans().one({ attributes }).attributes;
}

test('neither processors nor the collector see a secret, by whichever way it comes into a span', () => {
  const sampler = {
    shouldSample: () => ({ decision: SamplingDecision.RECORD_AND_SAMPLED, attributes: { s: MAIL } }),
  };
  const { tracer, sent, addSpanProcessor } = startSpans(sampler);
  const seen: string[] = [];
  addSpanProcessor({
    onStart: (span) => seen.push(shown(span as RecordingSpan)),
    onEnd: (span) => seen.push(shown(span as RecordingSpan)),
    forceFlush: async () => {},
    shutdown: async () => {},
  });
  const link = { context: CONTEXT, attributes: { to: MAIL } };
  const given = [
    { a: MAIL, password: 'canary' },
    Object.freeze({ a: MAIL }),
    Object.freeze({ secret: 'canary' }),
    { l: [MAIL] },
  ];
  for (const attributes of given) {
    const span = tracer.startSpan(`for ${MAIL}`, { attributes, links: [link] });
    span.setAttribute('text', `to ${MAIL}`).setAttributes({
      list: [MAIL],
      token: 'canary',
      deep: { er: [{ pin: 'canary', [MAIL]: 1 }, ['pin', 'canary']] },
    });
    span.setAttribute(MAIL, 1).setAttribute('apiKey', ['canary']).setAttribute('text', `cc ${MAIL}`);
    span.addEvent(`sent to ${MAIL}`, { text: MAIL, cvv: 'canary' }).addLink(link).updateName(`to ${MAIL}`);
    span.recordException(new Error(`${MAIL} is not known`, { cause: MAIL }));
    span.setStatus({ code: SpanStatusCode.ERROR, message: `${MAIL} is not known` }).end();
  }
  const all = [...seen, ...sent.map(shown)];
  assert.equal(all.length, 12);
  for (const text of all) assert.doesNotMatch(text, /canary/);
  assert.match(all.at(-1) ?? '', /"message":"\[REDACTED\] is not known"/);
});

test('what is no secret stays as it was given', () => {
  const bytes = new Uint8Array([1, 2]);
  const attributes = {
    sku: 'SKU-0001',
    total: 1999,
    yes: true,
    list: ['a', 1],
    bytes,
    deep: { er: ['b'] },
    password: null,
  };
  assert.deepEqual(attributesOf(attributes), attributes);
  assert.equal(
    attributesOf({ 'mesh.trace.original_id': '4111111111111111' })['mesh.trace.original_id'],
    '4111111111111111',
  );
});

test('of a statement the literals go, and so do those in a name made of it', () => {
  for (const name of ['db.query.text', 'db.statement'])
    assert.equal(attributesOf({ [name]: "SELECT 'canary', 5, $1" })[name], 'SELECT ?, ?, $1');
  const { tracer } = startSpans();
  assert.equal(
    (tracer.startSpan("pg.query:SELECT'CANARY' shop") as RecordingSpan).name,
    'pg.query:SELECT? shop',
  );
  assert.equal((tracer.startSpan('pg.query:SELECT shop') as RecordingSpan).name, 'pg.query:SELECT shop');
});

test('a secret is taken out before a text is cut to its limit', () => {
  const { one } = startSpans(undefined, { attributeValueLengthLimit: 20 });
  const text = 'a long text to canary@example.com';
  const cut = 'a long text to [REDA';
  const span = one({ attributes: { text, list: [text] } });
  assert.deepEqual(span.attributes, { text: cut, list: [cut] });
});

test('what the SDK does not take is not taken, and circles have an end', () => {
  const circle: AnyValue[] = [MAIL];
  circle.push(circle);
  const span = startSpans().one({ attributes: { circle, when: new Date(0) as never, ok: 1 } });
  assert.deepEqual(span.attributes, { ok: 1 });
});
