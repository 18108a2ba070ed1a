import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Metadata } from '@grpc/grpc-js';
import {
  defaultTextMapGetter,
  defaultTextMapSetter,
  propagation,
  ROOT_CONTEXT,
  trace,
} from '@opentelemetry/api';
import { createPropagator } from './create-propagator.ts';
import { getOrigin } from './origin.ts';
import { TRUSTING } from './testing/propagation-config.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';
const caller = { traceparent: `00-${TRACE}-${SPAN}-01`, tracestate: 'foo=1', baggage: 'a=1' };
const adopting = { ...TRUSTING, trust: { mode: 'adopt' as const, ports: new Map() } };
/** As the stock instrumentation of gRPC reads it: always an array, and an empty one for what is not there. */
const metadataGetter = {
  get: (carrier: Metadata, key: string) => carrier.get(key).map(String),
  keys: (carrier: Metadata) => Object.keys(carrier.getMap()),
};

test('what goes in comes out again', () => {
  const propagator = createPropagator(TRUSTING);
  const carrier = {};
  propagator.inject(
    propagator.extract(ROOT_CONTEXT, caller, defaultTextMapGetter),
    carrier,
    defaultTextMapSetter,
  );
  assert.deepEqual(carrier, { ...caller, 'trace-id': TRACE });
  assert.deepEqual(propagator.fields(), ['traceparent', 'tracestate', 'trace-id', 'baggage']);
});

test('the mode of the process holds', () => {
  const context = createPropagator(adopting).extract(ROOT_CONTEXT, caller, defaultTextMapGetter);
  assert.deepEqual(trace.getSpanContext(context), {
    traceId: TRACE,
    spanId: SPAN,
    traceFlags: 0,
    isRemote: true,
  });
  assert.deepEqual(getOrigin(context), { decides: true });
  assert.equal(propagation.getBaggage(context), undefined);
});

test('a key is a proof here, too', () => {
  const propagator = createPropagator({ ...adopting, trustKeys: ['a-key-of-16-characters'] });
  const carrier = { ...caller, 'mesh-trust-key': 'a-key-of-16-characters' };
  const context = propagator.extract(ROOT_CONTEXT, carrier, defaultTextMapGetter);
  assert.equal(trace.getSpanContext(context)?.traceFlags, 1);
});

test('metadata of gRPC is read from its arrays', () => {
  const propagator = createPropagator(TRUSTING);
  const metadata = new Metadata();
  assert.equal(propagator.extract(ROOT_CONTEXT, metadata, metadataGetter), ROOT_CONTEXT);
  metadata.set('traceparent', caller.traceparent);
  metadata.add('tracestate', 'foo=1');
  metadata.add('tracestate', 'bar=2');
  const read = trace.getSpanContext(propagator.extract(ROOT_CONTEXT, metadata, metadataGetter));
  assert.equal(read?.traceState?.serialize(), 'foo=1,bar=2');
  metadata.add('traceparent', caller.traceparent);
  assert.equal(propagator.extract(ROOT_CONTEXT, metadata, metadataGetter), ROOT_CONTEXT);
});

test('what a request does not say stays as it was', () => {
  const context = ROOT_CONTEXT.setValue(Symbol.for('mine'), 1);
  assert.equal(createPropagator(TRUSTING).extract(context, {}, defaultTextMapGetter), context);
});

test('a message that is read within a request has its own parent, and nothing of what the request said', () => {
  const request = createPropagator(adopting).extract(
    ROOT_CONTEXT,
    { 'trace-id': '42' },
    defaultTextMapGetter,
  );
  const message = createPropagator(TRUSTING).extract(request, caller, defaultTextMapGetter);
  assert.equal(trace.getSpanContext(message)?.traceId, TRACE);
  assert.deepEqual(getOrigin(message), { decides: false });
});
