import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContextKey, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { REQUEST_KEY, requestOf } from '../request-record.ts';
import { getOrigin, setOrigin } from './origin.ts';
import { startRequest } from './request-context.ts';

const mine = createContextKey('mine');
const span = trace.wrapSpanContext({ traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: 1 });
const origin = { decides: true };

test('the context of a request keeps what each setter of the API puts into it', () => {
  const baggage = propagation.createBaggage({ tier: { value: 'gold' } });
  const context = propagation.setBaggage(
    setOrigin(trace.setSpan(startRequest(), span), origin).setValue(mine, 1),
    baggage,
  );
  assert.equal(trace.getSpan(context), span);
  assert.equal(getOrigin(context), origin);
  assert.equal(context.getValue(mine), 1);
  assert.equal(propagation.getBaggage(context), baggage);
});

test('a change makes another context, and takes nothing else away', () => {
  const full = setOrigin(trace.setSpan(startRequest(), span), origin).setValue(mine, 1);
  const without = trace.deleteSpan(full);
  assert.equal(trace.getSpan(without), undefined);
  assert.equal(getOrigin(without), origin);
  assert.equal(without.deleteValue(mine).getValue(mine), undefined);
  assert.equal(trace.getSpan(full), span);
  assert.equal(full.getValue(mine), 1);
});

test('the context that requests start with is as empty as the root context', () => {
  assert.equal(trace.getSpan(startRequest()), undefined);
  assert.equal(getOrigin(startRequest()), undefined);
  assert.equal(startRequest().getValue(mine), ROOT_CONTEXT.getValue(mine));
});

test('a request has a record of its own, the same one in all contexts that are made of its first one', () => {
  const first = startRequest();
  const record = requestOf(first);
  assert.ok(record);
  assert.notEqual(record, requestOf(startRequest()));
  const later = setOrigin(trace.setSpan(first, span), origin).setValue(mine, 1).deleteValue(mine);
  assert.equal(requestOf(trace.deleteSpan(later)), record);
  assert.equal(requestOf(later.deleteValue(REQUEST_KEY)), undefined);
  assert.equal(requestOf(ROOT_CONTEXT), undefined);
});
