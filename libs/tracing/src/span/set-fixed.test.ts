import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFixed } from './set-fixed.ts';
import { startSpans } from './testing/start-spans.ts';

const attributes = Object.freeze({ 'rpc.method': 'List' });
const peer = Object.freeze({ 'network.peer.port': 50051 });

test('what spans have in common is one reference in all of them, and reads as if each had been set', () => {
  const { tracer } = startSpans();
  const [one, other] = [0, 1].map(() => {
    const span = tracer.startSpan('call', { attributes });
    setFixed(span, peer);
    return span as unknown as { ownAttributes: { fixed: object }; attributes: object };
  });
  assert.ok(one?.ownAttributes.fixed);
  assert.equal(one.ownAttributes.fixed, other?.ownAttributes.fixed);
  assert.deepEqual(one.attributes, { ...attributes, ...peer });
});

test('what is there already, what is secret and what comes over the limit is set as ever', () => {
  const { tracer } = startSpans(undefined, { attributeCountLimit: 2 });
  const set = (...all: object[]) => {
    const span = tracer.startSpan('call', { attributes });
    for (const one of all) setFixed(span, Object.freeze(one) as typeof peer);
    return (span as unknown as { attributes: object }).attributes;
  };
  assert.deepEqual(set({ 'rpc.method': 'Get' }), { 'rpc.method': 'Get' });
  assert.deepEqual(set({ password: 'xyz' }), { ...attributes, password: '[REDACTED]' });
  assert.deepEqual(set(peer, { more: 1 }), { ...attributes, ...peer });
});
