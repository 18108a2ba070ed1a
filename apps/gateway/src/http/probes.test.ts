import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startGateway } from '../testing/gateway.ts';

const traceHeaders = ['traceresponse', 'x-trace-id', 'link'];

async function read(url: string, init?: RequestInit) {
  const response = await fetch(url, init);
  const body = await response.text();
  return { ...response, status: response.status, headers: response.headers, body };
}

test('the probes answer without trace headers and without lines', async (t) => {
  const { url, lines } = await startGateway(t);
  for (const [method, path] of [
    ['GET', '/healthz'],
    ['GET', '/readyz'],
    ['HEAD', '/healthz'],
    ['GET', '/readyz?verbose'],
  ] as const) {
    const { status, headers } = await read(url + path, { method });
    assert.equal(status, 200, path);
    for (const name of traceHeaders) assert.equal(headers.get(name), null);
  }
  assert.deepEqual(
    lines.map(({ message }) => message),
    ['serving HTTP'],
  );
});

test('ready is 503 and names the service that is away; the process itself is still healthy', async (t) => {
  const { url, inventory } = await startGateway(t);
  assert.deepEqual(JSON.parse((await read(`${url}/readyz`)).body), {
    status: 'ok',
    services: { order: true, inventory: true },
  });
  await inventory.stop(100);
  const ready = await read(`${url}/readyz`);
  assert.equal(ready.status, 503);
  assert.deepEqual(JSON.parse(ready.body), {
    status: 'not ready',
    services: { order: true, inventory: false },
  });
  assert.equal((await read(`${url}/healthz`)).status, 200);
});

test('what only looks like a probe is a request like any other', async (t) => {
  const { url, lines } = await startGateway(t);
  for (const [method, path] of [
    ['POST', '/healthz'],
    ['GET', '/healthz/deep'],
    ['GET', '/readyzz'],
  ] as const) {
    const { status, headers } = await read(url + path, { method });
    assert.equal(status, 404, path);
    assert.match(headers.get('x-trace-id') ?? '', /^[0-9a-f]{32}$/);
  }
  assert.equal(lines.filter(({ message }) => message === 'request finished').length, 3);
});
