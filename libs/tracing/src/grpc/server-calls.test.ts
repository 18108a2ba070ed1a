import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../testing/until.ts';
import { callShop } from './testing/call-shop.ts';
import { serveShop } from './testing/serve-shop.ts';
import { KINDS } from './testing/shop.ts';
import { CLIENT, endingOf, SERVER, traceGrpc } from './testing/traced-grpc.ts';

for (const kind of KINDS) {
  test(`${kind}: one client span and one server span below it, named after the method`, async () => {
    using traced = traceGrpc();
    await using shop = await serveShop();
    assert.equal(await callShop(shop.client, kind), 'OK');
    const [server] = await until(
      () => (traced.spans().length === 2 ? traced.spans(SERVER) : undefined),
      'both',
    );
    const [client] = traced.spans(CLIENT);
    assert.ok(client && server);
    assert.equal(server.parentSpanContext?.spanId, client.spanContext().spanId);
    console.log(
      client.name,
      client.attributes,
      server.name,
      server.attributes,
      endingOf(client),
      endingOf(server),
    );
  });
}
