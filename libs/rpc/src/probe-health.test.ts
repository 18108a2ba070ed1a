import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as grpc from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import { inventory } from './testing/inventory.ts';

const program = fileURLToPath(new URL('probe-health.ts', import.meta.url));

async function probe(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { timeout: 20_000 });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code, said };
}

/** A gRPC server that says nothing but NOT_SERVING. */
async function notServing(t: TestContext) {
  const server = new grpc.Server();
  new HealthImplementation({ '': 'NOT_SERVING' }).addToServer(server);
  const { promise, resolve } = Promise.withResolvers<number>();
  server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (_, port) => resolve(port));
  t.after(() => server.forceShutdown());
  return `127.0.0.1:${await promise}`;
}

/** @param status of every answer */
async function web(t: TestContext, status: number) {
  const server = http.createServer((_, response) => response.writeHead(status).end('{}')).listen(0);
  await once(server, 'listening');
  t.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/readyz`;
}

async function silent(t: TestContext) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a gRPC service that serves and a URL that answers 200 are healthy', async (t) => {
  const { address, lines } = await inventory(t);
  assert.deepEqual(await probe(address), { code: 0, said: '' });
  assert.deepEqual(await probe(await web(t, 200)), { code: 0, said: '' });
  assert.equal(lines.length, 1, 'a probe writes no line');
});

test('one that does not is named with what it said', async (t) => {
  const address = await notServing(t);
  assert.deepEqual(await probe(address), {
    code: 1,
    said: `${address} is not healthy: it does not say SERVING\n`,
  });
  const url = await web(t, 503);
  assert.deepEqual(await probe(url), { code: 1, said: `${url} is not healthy: it answered 503\n` });
});

test('one that is not there is not healthy', async () => {
  for (const target of ['127.0.0.1:1', 'http://127.0.0.1:1/readyz']) {
    assert.deepEqual(await probe(target), { code: 1, said: `${target} is not healthy: ECONNREFUSED\n` });
  }
  assert.equal((await probe()).code, 1);
});

test('one that never answers is not healthy after 2 s', async (t) => {
  const address = await silent(t);
  for (const target of [address, `http://${address}/readyz`]) {
    const { code, said } = await probe(target);
    assert.equal(code, 1);
    assert.equal(said, `${target} is not healthy: no answer within 2000 ms\n`);
  }
});
