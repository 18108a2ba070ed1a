import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SpanKind } from '@opentelemetry/api';
import { createOperations } from './operations.ts';

const place = { 'server.address': 'order', 'server.port': 50051 };

test('a method is one frozen object for all its calls', () => {
  const operations = createOperations(SpanKind.CLIENT, place);
  const operation = operations.of('/shop.v1.Shop/Unary');
  assert.equal(operations.of('/shop.v1.Shop/Unary'), operation);
  assert.equal(operation.name, 'shop.v1.Shop/Unary');
  assert.deepEqual(operation.options, {
    kind: SpanKind.CLIENT,
    attributes: { 'rpc.system.name': 'grpc', 'rpc.method': 'shop.v1.Shop/Unary', ...place },
  });
  assert.ok(Object.isFrozen(operation.options.attributes));
});

test('a program that makes up its methods has a thousand of them, and then _OTHER', () => {
  const operations = createOperations(SpanKind.CLIENT, place);
  const names = Array.from({ length: 3000 }, (_, index) => operations.of(`/made.up/Method${index}`).name);
  assert.equal(new Set(names).size, 1001);
  assert.equal(names.at(-1), '_OTHER');
  assert.equal(operations.of('/made.up/Method0').name, 'made.up/Method0');
});

test('a name that a caller made up is cut', () => {
  const { attributes = {} } = createOperations(SpanKind.SERVER, {}).other(`/${'x'.repeat(60_000)}`).options;
  assert.equal(attributes['rpc.method_original'], 'x'.repeat(256));
  assert.equal(attributes['rpc.method'], '_OTHER');
});
