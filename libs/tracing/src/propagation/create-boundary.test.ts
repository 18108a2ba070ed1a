import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Context, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import type { Headers, TrustMode } from './boundary.ts';
import { createBoundary } from './create-boundary.ts';
import { getOrigin } from './origin.ts';
import { TRUSTING } from './testing/propagation-config.ts';
import { headersOf, receive } from './testing/what-goes-on.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';
const KEY = 'a-key-of-the-load-generator';
const caller = {
  traceparent: `00-${TRACE}-${SPAN}-03`,
  tracestate: 'ot=th:0;rv:ffffffffffffff,foo=1',
  baggage: 'user=1,tenant=a%20b;p=1',
};
const trust = (mode: TrustMode, ports: [number, TrustMode][] = []) => ({
  trust: { mode, ports: new Map(ports) },
});

function facts(context: Context) {
  const parent = trace.getSpanContext(context);
  return {
    parent: parent && `${parent.traceId}-${parent.spanId}-${parent.traceFlags}`,
    isRemote: parent?.isRemote,
    state: parent?.traceState?.serialize(),
    baggage: propagation
      .getBaggage(context)
      ?.getAllEntries()
      .map(([key, { value }]) => `${key}=${value}`),
    origin: getOrigin(context),
  };
}

const NOTHING = facts(ROOT_CONTEXT);

test('trust takes over everything', () => {
  assert.deepEqual(facts(receive(caller, trust('trust'))), {
    parent: `${TRACE}-${SPAN}-3`,
    isRemote: true,
    state: caller.tracestate,
    baggage: ['user=1', 'tenant=a b'],
    origin: undefined,
  });
});

test('adopt takes over the ids and nothing else', () => {
  assert.deepEqual(facts(receive(caller, trust('adopt'))), {
    ...NOTHING,
    parent: `${TRACE}-${SPAN}-0`,
    isRemote: true,
    origin: { decides: true },
  });
});

test('adopt lets in the baggage that is named', () => {
  const context = receive(caller, { ...trust('adopt'), baggageKeys: ['tenant', 'other'] });
  assert.deepEqual(facts(context).baggage, ['tenant=a b']);
});

test('link makes a new trace with a link to the caller', () => {
  const { origin, ...rest } = facts(receive(caller, trust('link')));
  assert.deepEqual({ ...rest, origin: undefined }, NOTHING);
  const link = { traceId: TRACE, spanId: SPAN, traceFlags: 3, isRemote: true };
  assert.deepEqual(origin, { decides: true, link });
});

test('link has nothing to link to where a caller names no span', () => {
  assert.deepEqual(facts(receive({ 'trace-id': TRACE, baggage: 'a=1' }, trust('link'))), NOTHING);
});

test('ignore takes over nothing', () => {
  assert.deepEqual(facts(receive(caller, { ...trust('ignore'), baggageKeys: ['user'] })), NOTHING);
});

test('trust and adopt make a root of an id without a span, and a request without ids is a root', () => {
  for (const mode of ['trust', 'adopt'] as const) {
    const origin = { decides: true, traceId: '1'.padStart(32, '0'), originalId: '1' };
    assert.deepEqual(facts(receive({ 'trace-id': '1' }, trust(mode))), { ...NOTHING, origin });
    assert.deepEqual(facts(receive({}, trust(mode))), NOTHING);
  }
});

test('a port may have a mode of its own', () => {
  const config = trust('trust', [[8080, 'ignore']]);
  assert.deepEqual(facts(receive(caller, config, 8080)), NOTHING);
  assert.equal(facts(receive(caller, config, 50051)).parent, `${TRACE}-${SPAN}-3`);
});

test('a port that is not known, as that of a closed connection, has the most cautious mode of all', () => {
  const config = trust('trust', [
    [8080, 'link'],
    [8081, 'adopt'],
  ]);
  assert.deepEqual(facts(receive(caller, config)), facts(receive(caller, trust('link'))));
  assert.equal(facts(receive(caller, trust('adopt', [[1, 'trust']]))).parent, `${TRACE}-${SPAN}-0`);
});

test('all callers of a port are of the mesh where its own mode is trust; of one that is not known, where there is no other', () => {
  const trusting = (...[mode, ports]: Parameters<typeof trust>) => {
    const { isTrusting } = createBoundary({ ...TRUSTING, ...trust(mode, ports) });
    return [1, 2, undefined].map(isTrusting);
  };
  assert.deepEqual(trusting('trust'), [true, true, true]);
  assert.deepEqual(trusting('trust', [[2, 'adopt']]), [true, false, false]);
  assert.deepEqual(trusting('link', [[2, 'trust']]), [false, true, false]);
});

test('who shows a key is trusted in every mode, with the old key and with the new one', () => {
  const trustKeys = [KEY, 'another-key-of-16'];
  const trusted = facts(receive(caller));
  for (const mode of ['adopt', 'link', 'ignore'] as const) {
    const config = { ...trust(mode), trustKeys };
    for (const key of trustKeys) {
      assert.deepEqual(facts(receive({ ...caller, 'mesh-trust-key': key }, config)), trusted);
    }
  }
});

test('a wrong key, a part of one, several at once and an endless one change nothing', () => {
  const config = { ...trust('ignore'), trustKeys: [KEY] };
  const wrong = [
    '',
    KEY.slice(1),
    `${KEY}x`,
    KEY.toUpperCase(),
    [KEY, KEY],
    `${KEY},${KEY}`,
    'x'.repeat(1e6),
  ];
  for (const key of wrong) {
    assert.deepEqual(facts(receive({ ...caller, 'mesh-trust-key': key }, config)), NOTHING);
  }
  assert.deepEqual(facts(receive({ ...caller, 'mesh-trust-key': '' }, trust('ignore'))), NOTHING);
});

test('a key goes to nobody', () => {
  const context = receive({ ...caller, 'mesh-trust-key': KEY }, { ...trust('adopt'), trustKeys: [KEY] });
  assert.ok(!JSON.stringify(headersOf(context)).includes(KEY));
});

test('a mark is read in every mode but trust, and handlers do not see it', () => {
  for (const mode of ['adopt', 'link', 'ignore'] as const) {
    for (const headers of [caller, {}, { 'trace-id': TRACE }]) {
      const config = { ...trust(mode), readsMarks: true };
      const unmarked = facts(receive(headers, config));
      const marked: Headers = { ...headers, 'mesh-sampling-mark': 'v1' };
      const { origin, ...rest } = facts(receive(marked, config));
      assert.deepEqual(origin, { decides: true, ...unmarked.origin, mark: 'v1' });
      assert.deepEqual({ ...rest, origin: unmarked.origin }, unmarked);
      assert.deepEqual(marked, headers);
    }
  }
});

test('a mark is not read from who is believed, nor where there are no keys', () => {
  const marked = { 'mesh-sampling-mark': 'v1' };
  assert.deepEqual(facts(receive(marked, { ...trust('trust'), readsMarks: true })), NOTHING);
  assert.deepEqual(facts(receive(marked, trust('adopt'))), NOTHING);
  const config = { ...trust('adopt'), readsMarks: true, trustKeys: [KEY] };
  assert.deepEqual(facts(receive({ ...marked, 'mesh-trust-key': KEY }, config)), NOTHING);
});

test('a mark goes to nobody', () => {
  const context = receive({ 'mesh-sampling-mark': 'v1' }, { ...trust('adopt'), readsMarks: true });
  assert.deepEqual(headersOf(context), {});
});

test('everything goes to a target', () => {
  assert.deepEqual(headersOf(receive(caller)), {
    ...caller,
    'trace-id': TRACE,
    baggage: 'user=1,tenant=a%20b;p=1',
  });
});

test('nothing goes elsewhere, or a traceparent alone where that is chosen', () => {
  const context = receive(caller);
  assert.deepEqual(headersOf(context, {}, 'example.com'), {});
  assert.deepEqual(headersOf(context, { elsewhere: 'traceparent' }, 'example.com'), {
    traceparent: caller.traceparent,
  });
  const formats = ['b3', 'baggage'] as const;
  assert.deepEqual(headersOf(context, { elsewhere: 'traceparent', formats }, 'example.com'), {});
});

test('an id without a span goes on as it is where nobody makes a span', () => {
  assert.deepEqual(headersOf(receive({ 'trace-id': '1' })), { 'trace-id': '1'.padStart(32, '0') });
});

test('where nothing is traced nothing is said, and without a trace there is only baggage', () => {
  assert.deepEqual(headersOf(suppressTracing(receive(caller))), {});
  assert.deepEqual(headersOf(receive({ baggage: 'a=1' })), { baggage: 'a=1' });
  assert.deepEqual(headersOf(), {});
});
