import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Span } from './span.ts';
import { spanName } from './span-name.ts';

const span = (name: string, attributes: Span['attributes'] = {}, failed = false): Span => ({
  ...{ spanId: '', parentId: null, service: '', kind: 'INTERNAL', startNs: 0n, endNs: 0n, problem: '' },
  ...{ name, attributes, failed, links: [] },
});

test('a call is named by service and method, a statement by what it does, a request by its path', () => {
  const names: readonly [Span, string][] = [
    [span('mesh.order.v1.OrderService/CreateOrder'), 'OrderService/CreateOrder'],
    // As the stock instrumentation names it.
    [span('grpc.mesh.order.v1.OrderService/CreateOrder'), 'OrderService/CreateOrder'],
    [
      span('pg.query:SELECT x', { 'db.system': 'postgresql', 'db.statement': 'SELECT 1 FROM stock' }),
      'pg SELECT stock',
    ],
    [span('query', { 'db.system.name': 'mysql', 'db.query.text': 'BEGIN' }), 'mysql BEGIN'],
    [span('POST', { 'url.path': '/v1/orders' }), 'POST /v1/orders'],
    [span('POST /v1/orders', { 'url.path': '/v1/orders' }), 'POST /v1/orders'],
    [span('GET', { 'url.full': 'http://a/b' }), 'GET http://a/b'],
    [span('_OTHER', { 'http.request.method': 'GET', 'url.path': '/v1/none' }), '_OTHER /v1/none'],
    [
      span('_OTHER', { 'rpc.method': '_OTHER', 'rpc.method_original': 'mesh.order.v1.OrderService/Steal' }),
      '_OTHER mesh.order.v1.OrderService/Steal',
    ],
    [span('pg-pool.connect'), 'pg-pool.connect'],
  ];
  for (const [given, name] of names) assert.equal(spanName(given), name);
});
