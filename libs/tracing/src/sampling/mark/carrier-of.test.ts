import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SpanKind } from '@opentelemetry/api';
import { createOperations } from '../../grpc/operations.ts';
import { createOperation, otherOperation } from '../../http/operation.ts';
import { tcpAttributes } from '../../tcp/tcp-attributes.ts';
import { carrierOf } from './carrier-of.ts';

test('the spans of all three carriers tell what they came by, also those of what a server does not have', () => {
  const grpc = createOperations(SpanKind.SERVER, {});
  const told = [
    createOperation('GET', '/v1/orders').attributes,
    otherOperation('BREW').attributes,
    grpc.of('/shop.v1.Shop/List').attributes,
    grpc.other('/shop.v1.Shop/Steal').attributes,
    tcpAttributes('stock.look', '127.0.0.1', 7000),
  ].map(carrierOf);
  assert.deepEqual(told, ['http', 'http', 'grpc', 'grpc', 'tcp']);
});

test('what says nothing of it, as a span of background work, came by none', () => {
  assert.equal(carrierOf({}), undefined);
  assert.equal(carrierOf({ 'rpc.system.name': 'mesh' }), undefined);
});
