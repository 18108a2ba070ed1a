import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peerAttributes } from './peer-attributes.ts';

test('the other end is an IP address and its port, or the path of a socket', () => {
  const peer = (address: string, port?: number) => ({
    'network.peer.address': address,
    ...(port !== undefined && { 'network.peer.port': port }),
  });
  assert.deepEqual(peerAttributes('127.0.0.1:50051'), peer('127.0.0.1', 50051));
  assert.deepEqual(peerAttributes('[::1]:50051'), peer('::1', 50051));
  assert.deepEqual(peerAttributes('/run/order.sock'), peer('/run/order.sock'));
});

test('a call that found no connection has no other end', () => {
  for (const peer of [
    'unknown',
    'dns:127.0.0.1:50051',
    'order:50051',
    'unix:/run/order.sock',
    '127.0.0.1',
    '',
  ]) {
    assert.deepEqual(peerAttributes(peer), {}, peer);
  }
});
