import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RpcError } from '../rpc-error.ts';
import { formatFaults } from './format-faults.ts';
import { parseFaults } from './parse-faults.ts';

test('a list of faults is read with its shares', () => {
  const text =
    'inventory/Commit:error=INTERNAL@0.02, order/CreateOrder:delay=250 ,mesh.x.v1.XService/Do:lost@1.0';
  assert.deepEqual(parseFaults(text), [
    { service: 'inventory', method: 'Commit', share: 0.02, deed: { kind: 'error', value: 'INTERNAL' } },
    { service: 'order', method: 'CreateOrder', share: 1, deed: { kind: 'delay', value: 250 } },
    { service: 'mesh.x.v1.XService', method: 'Do', share: 1, deed: { kind: 'lost' } },
  ]);
});

test('an empty header asks for nothing', () => {
  assert.deepEqual(parseFaults(' '), []);
});

test('what is written for the next service is read there as the same faults, for certain', () => {
  const text = 'inventory/Commit:error=DATA_LOSS,a.b.C/D:delay=10000,order/CreateOrder:lost';
  assert.equal(formatFaults(parseFaults(text)), text);
  assert.equal(formatFaults([]), undefined);
});

const eight = Array.from({ length: 8 }, () => 'a/B:lost').join();

const bad: Record<string, RegExp> = {
  lost: /service\/Method:error=STATUS/,
  'inventory/Commit': /service\/Method/,
  'inventory/Commit:lost,': /service\/Method/,
  '/Commit:lost': /service\/Method/,
  'inventory/Commit:lost@': /service\/Method/,
  'inventory/Commit:lost@2': /share of 0 to 1/,
  'inventory/Commit:lost@1.5': /share of 0 to 1/,
  'inventory/Commit:lost@.5': /share of 0 to 1/,
  'inventory/Commit:lost=1': /kind/,
  'inventory/Commit:slow=1': /kind/,
  'inventory/Commit:delay': /delay of 1 to 10000 ms/,
  'inventory/Commit:delay=0': /delay of 1 to 10000 ms/,
  'inventory/Commit:delay=10001': /delay of 1 to 10000 ms/,
  'inventory/Commit:delay=1e3': /delay of 1 to 10000 ms/,
  'inventory/Commit:error': /status of gRPC/,
  'inventory/Commit:error=OK': /status of gRPC/,
  'inventory/Commit:error=13': /status of gRPC/,
  'inventory/Commit:error=internal': /status of gRPC/,
  'inventory/Commit:error=NONE': /status of gRPC/,
  [`${eight},a/B:lost`]: /at most 8 faults/,
  ['a'.repeat(1025)]: /at most 1024 characters/,
};

test('a bad fault is refused by a sentence that names it', () => {
  assert.equal(parseFaults(eight).length, 8);
  for (const [text, sentence] of Object.entries(bad)) {
    assert.throws(
      () => parseFaults(text),
      (error) => {
        assert.ok(error instanceof RpcError);
        assert.equal(error.status, 'INVALID_ARGUMENT');
        assert.match(error.message, sentence);
        assert.equal(error.details.violations?.[0]?.field, 'mesh-faults');
        if (!/at most/.test(error.message)) assert.match(error.message, /^mesh-faults must .*: ".*"$/);
        return true;
      },
      text,
    );
  }
});
