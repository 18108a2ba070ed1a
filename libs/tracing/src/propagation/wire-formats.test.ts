import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trace } from '@opentelemetry/api';
import type { Headers } from './boundary.ts';
import { getOrigin } from './origin.ts';
import { headersOf, receive } from './testing/what-goes-on.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';
const SHORT = 'a3ce929d0e0e4736';

/** What a trusted request says: the parent and what the first span has to know besides. */
function read(headers: Headers) {
  const context = receive(headers);
  const { traceId, spanId, traceFlags } = trace.getSpanContext(context) ?? {};
  return { parent: traceId && `${traceId}-${spanId}-${traceFlags}`, ...getOrigin(context) };
}

const NOTHING = { parent: undefined };

test('B3 in one header gives ids and the decision', () => {
  for (const [state, flags] of [
    ['0', 0],
    ['1', 1],
    ['d', 1],
    [`1-${SPAN}`, 1],
  ] as const) {
    assert.deepEqual(read({ b3: `${TRACE}-${SPAN}-${state}` }), { parent: `${TRACE}-${SPAN}-${flags}` });
  }
});

test('B3 in several headers gives ids and the decision', () => {
  const ids = { 'x-b3-traceid': TRACE, 'x-b3-spanid': SPAN, 'x-b3-parentspanid': SPAN };
  for (const [sampled, flags] of [
    ['0', 0],
    ['1', 1],
    ['true', 1],
    ['false', 0],
  ] as const) {
    assert.deepEqual(read({ ...ids, 'x-b3-sampled': sampled }), { parent: `${TRACE}-${SPAN}-${flags}` });
  }
  assert.deepEqual(read({ ...ids, 'x-b3-flags': '1' }), { parent: `${TRACE}-${SPAN}-1` });
});

test('B3 without a decision leaves it to the first span here', () => {
  const expected = { parent: `${TRACE}-${SPAN}-0`, decides: true };
  assert.deepEqual(read({ b3: `${TRACE}-${SPAN}` }), expected);
  assert.deepEqual(read({ 'x-b3-traceid': TRACE, 'x-b3-spanid': SPAN }), expected);
});

test('a decision without a trace is the wish of a trusted caller, unless another header has an id', () => {
  for (const [state, sampled] of Object.entries({ '0': false, '1': true, d: true })) {
    const expected = { ...NOTHING, decides: false, sampled };
    assert.deepEqual(read({ b3: state }), expected);
    assert.deepEqual(read({ 'x-b3-sampled': state }), expected);
    const adopted = receive({ b3: state }, { trust: { mode: 'adopt', ports: new Map() } });
    assert.deepEqual([trace.getSpan(adopted), getOrigin(adopted)], [undefined, undefined]);
  }
  assert.deepEqual(read({ 'x-b3-flags': '1', 'x-b3-sampled': '0' }), {
    ...NOTHING,
    decides: false,
    sampled: true,
  });
  assert.deepEqual(read({ b3: '0', 'trace-id': TRACE }), { ...NOTHING, decides: true, traceId: TRACE });
});

test('a trace id of 64 bits gets zeros before it, and its text is kept', () => {
  const expected = { parent: `${'0'.repeat(16)}${SHORT}-${SPAN}-1`, originalId: SHORT, decides: false };
  assert.deepEqual(read({ b3: `${SHORT}-${SPAN}-1` }), expected);
  assert.deepEqual(read({ 'x-b3-traceid': SHORT, 'x-b3-spanid': SPAN, 'x-b3-sampled': '1' }), expected);
});

test('a trace id without a span id makes a root of that trace', () => {
  for (const headers of [{ b3: TRACE }, { 'x-b3-traceid': TRACE }, { 'trace-id': TRACE }]) {
    assert.deepEqual(read(headers), { ...NOTHING, decides: true, traceId: TRACE });
  }
  const uuid = '4bf92f35-77b3-4da6-a3ce-929d0e0e4736';
  assert.deepEqual(read({ 'trace-id': uuid }), {
    ...NOTHING,
    decides: true,
    traceId: TRACE,
    originalId: uuid,
  });
});

test('the format that says most is taken, whatever else is there', () => {
  const other = 'b'.repeat(32);
  const all = { 'trace-id': other, 'x-b3-traceid': other, b3: other };
  assert.equal(read({ ...all, traceparent: `00-${TRACE}-${SPAN}-01` }).parent, `${TRACE}-${SPAN}-1`);
  assert.equal(read({ ...all, b3: `${TRACE}-${SPAN}-1` }).parent, `${TRACE}-${SPAN}-1`);
  assert.equal(read({ 'trace-id': other, 'x-b3-traceid': TRACE }).traceId, TRACE);
});

test('a malformed header begins a new trace, even where another header has an id', () => {
  const zeros = '0'.repeat(32);
  const b3 = ['', '-', TRACE.slice(1), `${TRACE}-`, `${TRACE}-${SPAN}-2`, `${TRACE}-${SPAN}-1-${SHORT}-1`];
  const ids = ['0', '-', 'id', `${TRACE} ${TRACE}`, zeros, '18446744073709551616'];
  const wrong: Headers[] = [
    { traceparent: `00-${TRACE}-${SPAN}-1`, b3: `${TRACE}-${SPAN}-1` },
    ...[...b3, `${zeros}-${SPAN}-1`, `${TRACE}-0000000000000000-1`].map((text) => ({ b3: text })),
    { 'x-b3-traceid': zeros, 'x-b3-spanid': SPAN },
    { 'x-b3-traceid': TRACE, 'x-b3-spanid': 'x' },
    { 'x-b3-traceid': TRACE, 'x-b3-spanid': SPAN, 'x-b3-sampled': 'maybe' },
    ...ids.map((text) => ({ 'trace-id': text })),
  ];
  for (const headers of wrong) {
    assert.deepEqual(read({ 'trace-id': TRACE, ...headers }), NOTHING, JSON.stringify(headers));
  }
});

test('a header that comes twice is malformed, in whatever way its carrier tells', () => {
  const traceparent = `00-${TRACE}-${SPAN}-01`;
  for (const [name, value] of Object.entries({ traceparent, b3: `${TRACE}-${SPAN}-1`, 'trace-id': TRACE })) {
    assert.notDeepEqual(read({ [name]: [value] }), NOTHING, `${name} once`);
    assert.deepEqual(read({ [name]: [value, value] }), NOTHING, `${name} in an array`);
    assert.deepEqual(read({ [name]: `${value}, ${value}` }), NOTHING, `${name} joined by Node`);
  }
  assert.deepEqual(read({ traceparent: [], b3: [] }), NOTHING);
});

test('W3C and the bare id are written, both with the id in 32 lower-case digits', () => {
  const context = receive({ b3: `${SHORT.toUpperCase()}-${SPAN.toUpperCase()}-1` });
  const id = `${'0'.repeat(16)}${SHORT}`;
  assert.deepEqual(headersOf(context), { traceparent: `00-${id}-${SPAN}-01`, 'trace-id': id });
});

test('formats that are chosen are read and written, and no others', () => {
  const w3c = { traceparent: `00-${TRACE}-${SPAN}-01` };
  const b3 = { formats: ['b3'] as const };
  assert.deepEqual(headersOf(receive(w3c, b3), b3), {});
  assert.deepEqual(headersOf(receive(w3c), b3), { b3: `${TRACE}-${SPAN}-1` });
  assert.deepEqual(headersOf(receive(w3c), { formats: ['b3multi'] }), {
    'x-b3-traceid': TRACE,
    'x-b3-spanid': SPAN,
    'x-b3-sampled': '1',
  });
  assert.deepEqual(headersOf(receive({ ...w3c, baggage: 'a=1' }), { formats: [] }), {});
});
