import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SamplingRule } from '../sampling/document/sampling-document.ts';
import { documentOf } from '../sampling/engine/testing/document.ts';
import { thresholdsOf } from './thresholds.ts';

const resource = { 'deployment.environment.name': 'production' };

/** Of the service `gateway` in production, where a second is slow by default. */
function thresholds(...rules: Omit<SamplingRule, 'name' | 'policy'>[]) {
  const named = rules.map((rule, at) => ({ name: `${at}`, policy: { kind: 'never' as const }, ...rule }));
  return thresholdsOf(documentOf({ slowMillis: 1000, rules: named }), { service: 'gateway', resource });
}

test('the first rule that says what is slow counts, of those for this service, resource and operation', () => {
  const slowMillisOf = thresholds(
    { match: { service: 'order' }, slowMillis: 1 },
    { match: { resource: { 'deployment.environment.name': 'canary' } }, slowMillis: 2 },
    { match: { operation: 'POST *' } },
    { match: { service: 'gateway', operation: 'POST /v1/orders', resource }, slowMillis: 300 },
    { match: { operation: 'POST *' }, slowMillis: 500 },
  );
  const names = ['POST /v1/orders', 'POST /v1/products', 'GET /v1/orders', 'POST /v1/orders'];
  assert.deepEqual(names.map(slowMillisOf), [300, 500, 1000, 300]);
});

test('a rule says what is slow at all hours and whatever the root began with', () => {
  const hours = { from: '00:00', to: '00:01', timeZone: 'UTC' };
  const slowMillisOf = thresholds(
    { match: { operation: 'GET /', attributes: { 'http.request.method': 'PUT' } }, slowMillis: 7 },
    { match: { hours }, slowMillis: 9 },
  );
  assert.deepEqual(['GET /', 'GET /v1'].map(slowMillisOf), [7, 9]);
});

test('where no rule says what is slow, the document does', () => {
  assert.equal(thresholds({ match: { operation: '*' } })('GET /'), 1000);
});
