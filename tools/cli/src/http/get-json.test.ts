import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { getJson } from './get-json.ts';

async function serve(t: TestContext, listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return backEnd(server.address() as AddressInfo);
}
const backEnd = ({ port }: AddressInfo) => ({
  name: 'Loki',
  url: `http://127.0.0.1:${port}`,
  variable: 'LOKI_URL',
});
const options = { timeoutMs: 5000 };

test('a success answers its JSON, and a 404 answers none', async (t) => {
  const server = await serve(t, (request, response) => {
    response.writeHead(request.url === '/a' ? 200 : 404).end('{"x":1}');
  });
  assert.deepEqual(await getJson(server, '/a', options), { status: 200, json: { x: 1 } });
  assert.deepEqual(await getJson(server, '/b', options), { status: 404, json: undefined });
});

test('another status is named with the beginning of its body, safe to print', async (t) => {
  const server = await serve(t, (_, response) => response.writeHead(500).end(`\x1b[2J${'x'.repeat(1000)}`));
  await assert.rejects(getJson(server, '/', options), (error: Error) => {
    assert.match(error.message, /^Loki at http:\S+ answered 500: \\e\[2Jx+$/);
    return error.message.length < 300;
  });
});

test('something that is not JSON names the variable', async (t) => {
  const server = await serve(t, (_, response) => response.end('<html>'));
  await assert.rejects(getJson(server, '/', options), /not Loki: no JSON came back\. LOKI_URL/);
});

test('an answer that does not come, or does not end, is given up in time', async (t) => {
  const silent = await serve(t, () => undefined);
  const endless = await serve(t, (_, response) => response.writeHead(200).write('['));
  for (const server of [silent, endless]) {
    await assert.rejects(getJson(server, '/', { timeoutMs: 100 }), /did not answer within 0\.1 s\. LOKI_URL/);
  }
});

test('a port that nobody listens on names the URL, the reason and the way out', async () => {
  const server = createSocketServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const gone = backEnd(server.address() as AddressInfo);
  server.close();
  await once(server, 'close');
  await assert.rejects(getJson(gone, '/', options), {
    message: new RegExp(`${gone.url}: ECONNREFUSED.*LOKI_URL`),
  });
});

test('an answer without end is refused before it fills the memory', async (t) => {
  const piece = Buffer.alloc(1024 * 1024, 0x20);
  const server = await serve(t, (_, response) => {
    const more = () => void (response.write(piece) ? setImmediate(more) : response.once('drain', more));
    more();
  });
  await assert.rejects(getJson(server, '/', { timeoutMs: 30_000 }), /larger than 64 MiB/);
});
