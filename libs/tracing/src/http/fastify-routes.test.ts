import assert from 'node:assert/strict';
import dns from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { SpanKind } from '@opentelemetry/api';
import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { recordSpans } from '../testing/record-spans.ts';
import { talk } from './testing/talk.ts';

const spans = recordSpans();

/** The name and the route of the span of each request, one after the other. */
async function namesOf(
  options: FastifyServerOptions,
  addRoutes: (app: FastifyInstance) => void,
  requests: readonly string[],
  host = '127.0.0.1',
): Promise<(string | undefined)[][]> {
  await using app = fastify(options);
  addRoutes(app);
  await app.listen({ host, port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const names: (string | undefined)[][] = [];
  for (const request of requests) {
    using _ = talk(port, `${request} HTTP/1.1\r\nHost: x\r\n\r\n`);
    const [span] = await spans.take(1);
    names.push([span?.name, span?.attributes['http.route'] as string | undefined]);
  }
  return names;
}

test('a route is known when its request starts, with and without parameters', async () => {
  const names = await namesOf(
    {},
    (app) => {
      app.get('/v1/orders', () => '');
      app.get('/v1/orders/:id', () => '');
      app.get('/files/*', () => '');
      app.get('/v1/orders/:id/lines/:line(^\\d+$)', () => '');
    },
    [
      'GET /v1/orders?pageSize=1',
      'GET /v1/orders/o-1',
      'HEAD /v1/orders/o-1',
      'GET /files/a/b',
      'GET /v1/orders/o-1/lines/7',
      'GET http://x/v1/orders/o-1',
    ],
  );
  assert.deepEqual(names, [
    ['GET /v1/orders', '/v1/orders'],
    ['GET /v1/orders/:id', '/v1/orders/:id'],
    ['HEAD /v1/orders/:id', '/v1/orders/:id'],
    ['GET /files/*', '/files/*'],
    ['GET /v1/orders/:id/lines/:line(^\\d+$)', '/v1/orders/:id/lines/:line(^\\d+$)'],
    ['GET /v1/orders/:id', '/v1/orders/:id'],
  ]);
});

test('whatever matches no route has no name of its own', async () => {
  const other = ['_OTHER', undefined];
  const requests = [
    'GET /v1/nothing',
    'POST /v1/orders/o-1',
    'PROPFIND /v1/orders/o-1',
    'GET /v1/orders/%',
    'GET /v1/orders/%E0%A4%A',
    `GET /v1/orders/${'x'.repeat(101)}`,
    'OPTIONS *',
    'GET http://[/',
    'GET //',
  ];
  const names = await namesOf({}, (app) => app.get('/v1/orders/:id', () => ''), requests);
  assert.deepEqual(
    names,
    requests.map(() => other),
  );
});

test('the routes of a plugin have its prefix; its root has one name for both of its urls', async () => {
  const names = await namesOf(
    {},
    (app) => {
      void app.register(async (api) => void api.get('/', () => '').post('/x', () => ''), { prefix: '/v2' });
      void app.register(async (api) => void api.get('', () => ''), { prefix: '/v3' });
    },
    ['GET /v2', 'GET /v2/', 'POST /v2/x', 'GET /v3', 'GET /v3/'],
  );
  assert.deepEqual(
    names.map(([name]) => name),
    ['GET /v2', 'GET /v2', 'POST /v2/x', 'GET /v3', '_OTHER'],
  );
});

test('routes are found by the options of their instance', async () => {
  const options = { caseSensitive: false, ignoreTrailingSlash: true, maxParamLength: 200 };
  for (const given of [{ routerOptions: options }, options]) {
    const names = await namesOf(given, (app) => app.get('/v1/orders/:id', () => ''), [
      'GET /V1/Orders/o-1/',
      `GET /v1/orders/${'x'.repeat(200)}`,
    ]);
    assert.deepEqual(
      names.map(([name]) => name),
      ['GET /v1/orders/:id', 'GET /v1/orders/:id'],
    );
  }
});

test('a server that is made by the service has the routes too', async () => {
  const serverFactory: FastifyServerOptions['serverFactory'] = (handle) =>
    createServer((request, response) => handle(request, response));
  const names = await namesOf({ serverFactory }, (app) => app.get('/a/:b', () => ''), ['GET /a/1']);
  assert.deepEqual(names, [['GET /a/:b', '/a/:b']]);
});

test('the second server that Fastify makes for localhost has the routes too', async (t) => {
  const { lookup } = dns;
  const addresses = ['127.0.0.1', '127.0.0.2'].map((address) => ({ address, family: 4 }));
  t.mock.method(
    dns,
    'lookup',
    (host: string, options: dns.LookupOptions, done: (...args: unknown[]) => void) =>
      host === 'localhost' && options.all ? done(null, addresses) : lookup(host, options, done),
  );
  await using app = fastify();
  app.get('/a/:b', () => '');
  await app.listen({ port: 0 });
  const { port } = app.server.address() as AddressInfo;
  await fetch(`http://127.0.0.2:${port}/a/1`);
  const server = (await spans.take(2)).find(({ kind }) => kind === SpanKind.SERVER);
  assert.equal(server?.name, 'GET /a/:b');
});

test('instances in one process do not share their routes', async () => {
  await using first = fastify();
  await using second = fastify();
  first.get('/only/:first', () => '');
  second.get('/only/:second', () => '');
  for (const [app, name] of [
    [first, 'GET /only/:first'],
    [second, 'GET /only/:second'],
  ] as const) {
    await app.listen({ host: '127.0.0.1', port: 0 });
    using _ = talk((app.server.address() as AddressInfo).port, 'GET /only/1 HTTP/1.1\r\nHost: x\r\n\r\n');
    const [span] = await spans.take(1);
    assert.equal(span?.name, name);
  }
});
