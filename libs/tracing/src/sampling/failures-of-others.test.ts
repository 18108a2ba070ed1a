import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { type Serving, serve } from '../http/testing/serve.ts';
import { troubledActs } from '../http/testing/troubled-acts.ts';
import { inBackground } from '../in-background.ts';
import { connectTcp, serveTcp, type TcpServer } from '../tcp/index.ts';
import { endedRoots } from './testing/ended-roots.ts';
import { traceMesh } from './testing/trace-mesh.ts';

const HTTP = '_OTHER';
const roots = endedRoots();
const mesh = traceMesh(roots.sampler);
const asked = new EventEmitter();
let outer: Serving;
let inner: Serving;
let tcp: TcpServer;
/** Where nobody listens. */
let closed: string;

/** What both servers do with a request, by its path. */
const acts = troubledActs(asked, () => ({ inner: inner.url, closed, tcpPort: tcp.port }));

function operations() {
  return {
    echo: (body: Buffer) => body,
    broken: () => Promise.reject(new Error('not today')),
  };
}

before(async () => {
  const handle = (path = '', response: ServerResponse) => void acts[path]?.(response);
  [outer, inner] = await Promise.all([
    serve(({ url }, response) => handle(url, response)),
    serve(({ url }, response) => handle(url, response)),
  ]);
  tcp = await serveTcp({ host: '127.0.0.1', port: 0, operations: operations() });
  mesh.openToOutsiders(outer.port);
  const gone = await serve(() => {});
  closed = gone.url;
  await gone[Symbol.asyncDispose]();
});
after(async () => {
  for (const server of [outer, inner, tcp]) await server[Symbol.asyncDispose]();
});

test('an answer of 500 or none is a failure, of the root and of what it asks; a refusal and a change of mind are none', async () => {
  const failing = [
    ['/500', '/cut', '/asks-500', '/asks-cut', '/asks-nobody', '/waits'],
    ['/gets-500', '/gets-nobody', '/tells-broken'],
  ].flat();
  const fine = ['/200', '/404', '/asks-200', '/asks-404', '/gives-up', '/tells-echo', '/tells-unknown'];
  for (const path of [...failing, ...fine]) {
    await fetch(`${outer.url}${path}`).then(
      (answer) => answer.text(),
      () => {},
    );
    assert.equal(await roots.next(), failing.includes(path) ? `${HTTP}!` : HTTP, path);
  }
});

test('a client that leaves is no failure', async () => {
  const controller = new AbortController();
  const left = fetch(`${outer.url}/silent`, { signal: controller.signal }).catch(() => {});
  await once(asked, 'silent');
  controller.abort();
  await left;
  assert.equal(await roots.next(), HTTP);
});

test('each request of a connection is told of once, also those that wait behind one that has no answer', async () => {
  const head = 'HTTP/1.1\r\nHost: here\r\n';
  const socket = connect(outer.port, '127.0.0.1');
  const silent = once(asked, 'silent');
  socket.write(
    `GET /silent ${head}\r\nGET /200 ${head}\r\nGET /200 ${head}Expect: wonders\r\n\r\nno request\r\n\r\n`,
  );
  await silent;
  socket.destroy();
  for (let index = 0; index < 3; index++) assert.equal(await roots.next(), HTTP);
  await (await fetch(`${outer.url}/500`)).text();
  assert.equal(await roots.next(), `${HTTP}!`);
});

test('what a request over TCP comes to is judged alike', async () => {
  await using server = await serveTcp({ host: '127.0.0.1', port: 0, operations: operations() });
  mesh.openToOutsiders(server.port);
  using client = connectTcp({ host: '127.0.0.1', port: server.port });
  for (const [operation, ended] of [
    ['echo', 'echo'],
    ['broken', 'broken!'],
    ['unknown', '_OTHER'],
  ] as const) {
    await client.call(operation, Buffer.from('?')).catch(() => {});
    assert.equal(await roots.next(), ended);
  }
});

test('background work fails when it rejects, or when what it asked has failed', async () => {
  await inBackground('sweep', [], async () => {});
  await inBackground('sweep', [], () => Promise.reject(new Error('not today'))).catch(() => {});
  await inBackground('sweep', [], async () => void (await (await fetch(`${inner.url}/500`)).text()));
  assert.deepEqual(
    [await roots.next(), await roots.next(), await roots.next()],
    ['sweep', 'sweep!', 'sweep!'],
  );
});
