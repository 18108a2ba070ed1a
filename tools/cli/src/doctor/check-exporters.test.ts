import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net';
import { type TestContext, test } from 'node:test';
import { freePort } from '../testing/free-port.ts';
import { checkExporters } from './check-exporters.ts';
import type { Facts } from './read-report.ts';

async function listen(t: TestContext, server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`;
}

const answering = (listener: RequestListener) => createServer(listener);

const LIMIT_MS = 1_000;

/** What is said of the address of the traces. */
async function said(traces: string, env: Record<string, string> = {}): Promise<string> {
  const [check] = await checkExporters({ traces, logs: 'none', metrics: 'none' } as Facts, env, LIMIT_MS);
  return `${check?.ok ? 'ok' : 'bad'}: ${check?.sentence}`;
}

for (const [status, expected] of [
  [200, /^ok: \S+ takes traces\.$/],
  [401, /^bad: \S+ answered 401: give it its credentials in OTEL_EXPORTER_OTLP_HEADERS\.$/],
  [404, /^bad: \S+ answered 404 and so is no collector, .*: OTLP over HTTP has port 4318/],
  [503, /^bad: \S+ answered 503: see the log of the collector\.$/],
] as const) {
  test(`a collector that answers ${status} has its own sentence`, async (t) => {
    const url = await listen(
      t,
      answering((_, response) => response.writeHead(status).end()),
    );
    assert.match(await said(url), expected);
  });
}

test('headers of the environment go with the question, and are in no sentence', async (t) => {
  const url = await listen(
    t,
    answering(({ headers }, response) => response.writeHead(headers['x-key'] === 'a b' ? 200 : 401).end()),
  );
  assert.match(await said(url, { OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20b' }), /^ok: /);
  assert.ok(!(await said(url, { OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-key=secret' })).includes('secret'));
});

test('credentials in the address go with the question', async (t) => {
  const expected = `Basic ${btoa('mesh:p@ss')}`;
  const url = await listen(
    t,
    answering(({ headers }, response) =>
      response.writeHead(headers.authorization === expected ? 200 : 401).end(),
    ),
  );
  const address = url.replace('//', '//mesh:p%40ss@');
  assert.match(await said(url, { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address }), /^ok: /);
});

test('nobody, no such name, another protocol and no TLS have their own sentences', async (t) => {
  // Before the others listen: one of them may get the port that was free.
  const gone = `http://127.0.0.1:${await freePort()}/v1/traces`;
  assert.match(await said(gone), /^bad: Nothing listens at \S+: start the collector/);
  const grpc = await listen(t, createHttp2Server() as unknown as Server);
  const plain = await listen(
    t,
    answering((_, response) => response.end()),
  );
  assert.match(await said('http://no-such-host.invalid/v1/traces'), /^bad: The name of the host .*: correct/);
  assert.match(
    await said(grpc),
    /^bad: What listens at \S+ does not speak HTTP\/1 .*: OTLP over HTTP has port 4318/,
  );
  assert.match(
    await said(plain.replace('http:', 'https:')),
    /^bad: \S+ does not speak TLS as it should .*: write http/,
  );
});

test('one that takes the request and never answers has its own sentence, in time', async (t) => {
  const silent = createSocketServer((socket) => t.after(() => socket.destroy()));
  assert.match(
    await said(await listen(t, silent)),
    /^bad: \S+ did not answer in time: see whether a firewall/,
  );
});

test('what is switched off is no finding', async () => {
  assert.equal(await said('none'), 'ok: No traces are sent over OTLP, as it is configured.');
});
