import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { callShop } from './testing/call-shop.ts';
import { connectShop, serveShop } from './testing/serve-shop.ts';
import { CLIENT, SERVER, traceGrpc } from './testing/traced-grpc.ts';

test('a unix socket is the address on both sides, and nothing has a port', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'mesh-grpc-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'shop.sock');
  using traced = traceGrpc();
  await using shop = await serveShop({ address: `unix:${path}` });
  assert.equal(await callShop(shop.client, 'Unary'), 'OK');
  const [answered] = await traced.wait(1, SERVER);
  const [called] = await traced.wait(1, CLIENT);
  assert.deepEqual(placesOf(answered), { 'server.address': path });
  assert.deepEqual(placesOf(called), { 'server.address': path, 'network.peer.address': path });
  assert.equal(answered?.parentSpanContext?.spanId, called?.spanContext().spanId);
  assert.deepEqual(traced.called, ['']);
});

test('a server says at which of its addresses it was reached, and never who reached it', async () => {
  using traced = traceGrpc();
  await using shop = await serveShop({ address: '[::]:0' });
  const port = Number(shop.address.split(':').at(-1));
  for (const host of ['127.0.0.1', '127.0.0.2', '[::1]', '127.0.0.1']) {
    const client = connectShop(`${host}:${port}`);
    assert.equal(await callShop(client, 'Unary'), 'OK', host);
    client.close();
  }
  const places = (await traced.wait(4, SERVER)).map(placesOf);
  assert.deepEqual(
    places,
    ['127.0.0.1', '127.0.0.2', '::1', '127.0.0.1'].map((address) => ({
      'server.address': address,
      'server.port': port,
    })),
  );
});

function placesOf(span: ReadableSpan | undefined) {
  const entries = Object.entries(span?.attributes ?? {});
  return Object.fromEntries(entries.filter(([name]) => /^(server|network|client)\./.test(name)));
}
