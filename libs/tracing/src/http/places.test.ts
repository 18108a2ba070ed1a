import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import type { AddressInfo, ListenOptions } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { SpanKind } from '@opentelemetry/api';
import { recordSpans } from '../testing/record-spans.ts';
import { tlsFile } from '../testing/tls-collector.ts';

const spans = recordSpans();
const [ca, cert, key] = ['authority', 'server', 'server-key'].map((name) => readFileSync(tlsFile(name)));

/** Where both spans of one call say that its server is, and the URL of the client's. */
async function placesOf(
  server: http.Server,
  listen: ListenOptions,
  ask: (port: number) => http.ClientRequest,
): Promise<Record<string, unknown>> {
  server.on('request', (_, response) => response.end());
  server.listen(listen);
  await once(server, 'listening');
  const address = server.address();
  const [response] = (await once(ask((address as AddressInfo).port).end(), 'response')) as [
    http.IncomingMessage,
  ];
  response.resume();
  const taken = await spans.take(2);
  server.close();
  const placeOf = (kind: SpanKind) => {
    const { attributes = {} } = taken.find((span) => span.kind === kind) ?? {};
    return [attributes['server.address'], attributes['server.port'], attributes['url.scheme']];
  };
  return {
    port: (address as AddressInfo).port,
    client: placeOf(SpanKind.CLIENT).slice(0, 2),
    server: placeOf(SpanKind.SERVER),
    url: taken.find((span) => span.kind === SpanKind.CLIENT)?.attributes['url.full'],
  };
}

test('over TLS both sides are described as over plain sockets', async () => {
  const server = https.createServer({ cert, key } as https.ServerOptions);
  const { port, ...places } = await placesOf(server, { port: 0, host: '127.0.0.1' }, (port) =>
    https.get({ host: '127.0.0.1', port, ca, path: '/a', agent: false } as https.RequestOptions),
  );
  assert.deepEqual(places, {
    client: ['127.0.0.1', port],
    server: ['127.0.0.1', port, 'https'],
    url: `https://127.0.0.1:${port}/a`,
  });
});

test('an IPv6 address has no brackets, but in a URL', async () => {
  const { port, ...places } = await placesOf(http.createServer(), { port: 0, host: '::1' }, (port) =>
    http.get({ host: '::1', port, agent: false }),
  );
  assert.deepEqual(places, {
    client: ['::1', port],
    server: ['::1', port, 'http'],
    url: `http://[::1]:${port}/`,
  });
});

test('a name is what was asked for, on both sides', async () => {
  const { port, ...places } = await placesOf(http.createServer(), { port: 0, host: '127.0.0.1' }, (port) =>
    http.get({ host: 'localhost', family: 4, port, agent: false }),
  );
  assert.deepEqual(places, {
    client: ['localhost', port],
    server: ['localhost', port, 'http'],
    url: `http://localhost:${port}/`,
  });
});

test('a unix socket is a path and has no port', async () => {
  const path = join(tmpdir(), `mesh-places-${process.pid}.sock`);
  const { port: _, ...places } = await placesOf(http.createServer(), { path }, () =>
    http.get({ socketPath: path, path: '/a', agent: false }),
  );
  assert.deepEqual(places, {
    client: [path, undefined],
    server: ['localhost', 80, 'http'],
    url: 'http://localhost/a',
  });
});

test('a Host that the caller writes itself hides nothing, and one that is no host is passed over', async () => {
  const { port, ...places } = await placesOf(http.createServer(), { port: 0, host: '127.0.0.1' }, (port) =>
    http.get({ host: '127.0.0.1', port, headers: { host: 'user@shop' }, agent: false }),
  );
  assert.deepEqual(places, {
    client: ['127.0.0.1', port],
    server: ['127.0.0.1', port, 'http'],
    url: `http://127.0.0.1:${port}/`,
  });
});

test('an IPv4 address is one as well where the server listens for IPv6, too', async () => {
  const { port, ...places } = await placesOf(http.createServer(), { port: 0, host: '::' }, (port) =>
    http.get({ host: '127.0.0.1', port, headers: { host: 'no host' }, agent: false }),
  );
  assert.deepEqual(places['server'], ['127.0.0.1', port, 'http']);
});
