import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { after, before, test } from 'node:test';
import { context } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { type Serving, serve } from '../http/testing/serve.ts';
import { abortOn, troubledActs } from '../http/testing/troubled-acts.ts';
import { currentSpanIds, inBackground } from '../index.ts';
import { serveTcp, type TcpServer } from '../tcp/index.ts';
import { captureMesh, newTrace } from './testing/captured-mesh.ts';

const SLOW_MS = 20;
const mesh = captureMesh();
const seen = new EventEmitter();
let outer: Serving;
let inner: Serving;
/** Outside of the mesh, so that what is asked there is another trace. */
let elsewhere: string;
let tcp: TcpServer;
/** Where nobody listens. */
let closed: string;

/** What both servers do with a request, by its path. */
const acts = {
  ...troubledActs(seen, () => ({ inner: elsewhere, closed, tcpPort: tcp.port })),
  '/slow': (response: ServerResponse) => setTimeout(() => response.end(), SLOW_MS * 2),
} as Record<string, (response: ServerResponse) => unknown>;

before(async () => {
  const handle = (path = '', response: ServerResponse) => {
    response.once('close', () => seen.emit('closed', path));
    acts[path]?.(response);
  };
  [outer, inner] = await Promise.all([
    serve(({ url }, response) => handle(url, response)),
    serve(({ url }, response) => handle(url, response)),
  ]);
  elsewhere = inner.url.replace('127.0.0.1', 'localhost');
  const operations = {
    echo: (body: Buffer) => body,
    broken: () => Promise.reject(new Error('not today')),
  };
  tcp = await serveTcp({ host: '127.0.0.1', port: 0, operations });
  const gone = await serve(() => {});
  closed = gone.url;
  await gone[Symbol.asyncDispose]();
});
after(async () => {
  for (const server of [outer, inner, tcp]) await server[Symbol.asyncDispose]();
});

/** Asks in a trace of its own. @returns why that is kept when the server is done with it */
async function reasonsFor(path: string, signal?: AbortSignal): Promise<string[]> {
  const { traceId, headers } = newTrace();
  const isClosed = closing(path);
  const asked = () => fetch(`${outer.url}${path}`, { headers, ...(signal && { signal }) });
  // Or it would be a call of the mesh itself.
  await context.with(suppressTracing(context.active()), asked).then(
    (answer) => answer.text(),
    () => {},
  );
  await isClosed;
  return mesh.reasonsOf(traceId);
}

/** When the response to this path is closed, after all that looks at it by itself. */
function closing(path: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = (one: string) => {
    if (one !== path) return;
    seen.off('closed', look);
    setImmediate(resolve);
  };
  seen.on('closed', look);
  return promise;
}

test('an answer from 500 on keeps the trace, on both sides, as does none; a refusal and a change of mind do not', async () => {
  for (const [path, reasons] of [
    ['/200', []],
    ['/404', []],
    ['/500', ['promoted:http_5xx']],
    ['/cut', ['promoted:http_5xx']],
    ['/asks-404', []],
    ['/asks-500', ['promoted:http_5xx']],
    ['/asks-cut', ['promoted:UNAVAILABLE']],
    ['/asks-nobody', ['promoted:UNAVAILABLE']],
    ['/waits', ['promoted:UNAVAILABLE']],
    ['/gives-up', []],
    ['/gets-500', ['promoted:http_5xx']],
    ['/gets-nobody', ['promoted:UNAVAILABLE']],
  ] as const)
    assert.deepEqual(await reasonsFor(path), reasons, path);
});

test('what fails over TCP keeps the trace; what a server does not have does not', async () => {
  assert.deepEqual(await reasonsFor('/tells-broken'), ['promoted:UNKNOWN']);
  assert.deepEqual(await reasonsFor('/tells-echo'), []);
  assert.deepEqual(await reasonsFor('/tells-unknown'), []);
});

test('a request that takes too long keeps the trace, also when its client has left', async () => {
  const leave = () => reasonsFor('/silent', abortOn(seen, 'silent'));
  assert.deepEqual(await leave(), []);
  mesh.slowMillis = SLOW_MS;
  assert.deepEqual(await reasonsFor('/slow'), ['promoted:slow']);
  mesh.slowMillis = -1;
  assert.deepEqual(await leave(), ['promoted:slow']);
  mesh.slowMillis = Number.POSITIVE_INFINITY;
});

test('background work keeps its trace when it rejects, however long it takes', async () => {
  mesh.slowMillis = -1;
  const run = async (end: () => Promise<void>) => {
    let traceId = '';
    await inBackground('sweep', [], () => {
      traceId = currentSpanIds()?.traceId ?? '';
      return end();
    }).catch(() => {});
    return mesh.reasonsOf(traceId);
  };
  assert.deepEqual(await run(() => Promise.reject(new Error('not today'))), ['promoted:UNKNOWN']);
  assert.deepEqual(await run(() => Promise.resolve()), []);
  mesh.slowMillis = Number.POSITIVE_INFINITY;
});
