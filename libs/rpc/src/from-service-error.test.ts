import assert from 'node:assert/strict';
import { once } from 'node:events';
import { constants, createServer, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { status } from '@grpc/grpc-js';
import type { InventoryServiceDefinition } from '@mesh/protos/gen/mesh/inventory/v1/InventoryService';
import { connect } from './connect.ts';
import { Inventory, inventory } from './testing/inventory.ts';
import { within } from './testing/within.ts';

const request = { orderId: 'o-1' };
const cutOff = {
  code: status.UNAVAILABLE,
  message: 'inventory is not available',
  details: { retryAfterMs: 1000 },
};

function clientOf(t: TestContext, port: number) {
  const { client, close } = connect<InventoryServiceDefinition>(Inventory, `127.0.0.1:${port}`, 'inventory');
  t.after(close);
  return client;
}

/** A server that answers each call with `end`; its port. */
async function http2(t: TestContext, end: (stream: ServerHttp2Stream) => void): Promise<number> {
  const server = createServer()
    .on('stream', (stream) => end(stream.on('error', () => {})))
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return (server.address() as AddressInfo).port;
}

test('a call that was reset before it was answered is UNAVAILABLE: its outcome is not known', async (t) => {
  for (const code of [constants.NGHTTP2_INTERNAL_ERROR, constants.NGHTTP2_CANCEL]) {
    const port = await http2(t, (stream) => stream.close(code));
    await assert.rejects(clientOf(t, port).commit(request, within(5000)), cutOff);
  }
});

test('a call under way at a server that is forced to stop is UNAVAILABLE, not cancelled', async (t) => {
  const called = Promise.withResolvers<void>();
  const commit = () => {
    called.resolve();
    return new Promise(() => {});
  };
  const { server } = await inventory(t, { handlers: { commit } });
  const answer = clientOf(t, server.port).commit(request, within(5000));
  await Promise.all([assert.rejects(answer, cutOff), called.promise.then(() => server.stop(10))]);
});

test('a call that its own caller gives up stays cancelled', async (t) => {
  const { server } = await inventory(t, { handlers: { commit: () => new Promise(() => {}) } });
  const signal = AbortSignal.timeout(50);
  const answer = clientOf(t, server.port).commit(request, { ...within(5000), signal });
  await assert.rejects(answer, { code: status.CANCELLED });
});
