import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVerifyConfig } from './config.ts';

test('the services are looked for on this machine, at the ports of the mesh, unless an address is set', () => {
  assert.deepEqual(readVerifyConfig({ ORDER_ADDRESS: '' }), {
    orderAddress: '127.0.0.1:50051',
    inventoryAddress: '127.0.0.1:50052',
  });
  assert.deepEqual(
    readVerifyConfig({ HOST: '0.0.0.0', ORDER_GRPC_PORT: '7', INVENTORY_ADDRESS: 'dns:///inventory:1' }),
    {
      orderAddress: '127.0.0.1:7',
      inventoryAddress: 'dns:///inventory:1',
    },
  );
});

test('a value that cannot be used is a sentence that names the variable', () => {
  assert.deepEqual(readVerifyConfig({ INVENTORY_GRPC_PORT: '-1' }), {
    problem: 'INVENTORY_GRPC_PORT must be a port, 0 to 65535; it is "-1".',
  });
});
