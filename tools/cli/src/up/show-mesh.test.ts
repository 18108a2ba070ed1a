import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import type { Env } from '../command.ts';
import { recorder } from '../terminal/recorder.ts';
import { freePort } from '../testing/free-port.ts';
import { readUpConfig } from './config.ts';
import { showMesh } from './show-mesh.ts';

const home = {
  logs: '/logs',
  run: '/run',
  postgres: '/postgres',
  native: '/native',
  sampling: '/sampling.json',
};
const sampling = { place: '/sampling.json' };
const backends = { host: '127.0.0.1', places: [['metrics', 'http://prometheus.example'] as const] };

/** Shows a mesh whose gateway takes the order, does `afterwards`, and whose stores do not answer. */
async function showWithoutStores(t: TestContext, stop: AbortSignal, afterwards: () => void, own: Env = {}) {
  const gateway = createServer((_request, response) => {
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ id: 'o-1', status: 'CONFIRMED', traceId: 'a'.repeat(32) }), afterwards);
  }).listen(0, '127.0.0.1');
  t.after(() => gateway.close());
  await once(gateway, 'listening');
  const { port } = gateway.address() as AddressInfo;
  const [jaeger, loki] = [await freePort(), await freePort()];
  const env = { GATEWAY_HTTP_PORT: `${port}`, JAEGER_PORT: `${jaeger}`, LOKI_PORT: `${loki}`, ...own };
  const config = readUpConfig(env);
  if ('problem' in config) throw new Error(config.problem);
  const terminal = recorder();
  await showMesh({ config, env, home, backends, sampling }, terminal, stop);
  return terminal;
}

test('stores that do not answer are told, and what can be reached where is shown all the same', async (t) => {
  const terminal = await showWithoutStores(t, new AbortController().signal, () => {});
  assert.match(terminal.complaints.join('\n'), /Cannot reach Jaeger.*\nCannot reach Loki/);
  assert.match(
    terminal.out(),
    /Placed order o-1: CONFIRMED[\s\S]*metrics +http:\/\/prometheus\.example[\s\S]*mesh is up/,
  );
});

test('the path is read from where the stores listen, which need not be where the services do', async (t) => {
  const terminal = await showWithoutStores(t, new AbortController().signal, () => {}, { HOST: 'localhost' });
  assert.match(
    terminal.complaints.join(),
    /Jaeger at http:\/\/127\.0\.0\.1:.*Loki at http:\/\/127\.0\.0\.1:/s,
  );
});

test('stores that end because the mesh is stopped are no complaint', async (t) => {
  const stop = new AbortController();
  const terminal = await showWithoutStores(t, stop.signal, () => stop.abort());
  assert.deepEqual(terminal.complaints, []);
  assert.doesNotMatch(terminal.out(), /could not be placed|mesh is up/);
});
