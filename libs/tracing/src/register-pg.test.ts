import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';

test('a query is a span under the request that asks; outside any request, and connecting, make none', async () => {
  await using collector = await startCollector();
  const postgres = createServer(answerAsPostgres).listen(0, '127.0.0.1');
  await once(postgres, 'listening');
  const { port } = postgres.address() as AddressInfo;
  await using client = startService('pg-client', {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
    args: [port],
  });
  assert.equal((await client.exit).code, 0, client.stderr());
  postgres.close();

  const request = await collector.span('request');
  const [query, ...others] = collector.spans.filter((span) => span !== request);
  assert.deepEqual(others, []);
  assert.equal(query?.parentSpanId, request.spanId);
  assert.equal(query?.attributes['db.query.text'], 'SELECT asked');
});

/** The start-up and the simple query of https://www.postgresql.org/docs/18/protocol-message-formats.html. */
function answerAsPostgres(socket: Socket): void {
  const idle = message('Z', Buffer.from('I'));
  let started = false;
  socket.on('data', (data) => {
    if (!started) socket.write(Buffer.concat([message('R', Buffer.alloc(4)), idle]));
    else if (data[0] === 'Q'.charCodeAt(0))
      socket.write(Buffer.concat([message('C', Buffer.from('SELECT 0\0')), idle]));
    else socket.end();
    started = true;
  });
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5, type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
