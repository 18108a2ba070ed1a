import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { freePort } from '../testing/free-port.ts';
import { portProblems } from './port-problems.ts';
import type { Port } from './ports.ts';

const suspects = 'a Jaeger, a collector or a docker compose stack';
const jaeger = (port: number, host = '127.0.0.1'): Port => {
  return { variable: 'JAEGER_PORT', port, host, purpose: 'reading traces', suspects };
};

/** Another process that listens; answers its port and pid. */
async function holder(t: TestContext) {
  const code =
    "/*\n*/ require('net').createServer().listen(0, '127.0.0.1', function () { console.log(this.address().port) })";
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill());
  const [port] = await once(child.stdout, 'data');
  return { port: Number(port), pid: child.pid };
}

test('a free port is no problem and stays free', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  assert.deepEqual(await portProblems([jaeger(port)]), []);
  assert.deepEqual(await portProblems([jaeger(port)]), []);
});

test('a taken port is told with its purpose, who holds it, and the variable that changes it', async (t) => {
  const { port, pid } = await holder(t);
  const [problem = ''] = await portProblems([jaeger(port)]);
  assert.match(problem, new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 \\(reading traces\\) is taken `));
  assert.match(problem, /: stop that, or set JAEGER_PORT to another port\.$/);
  const who =
    process.platform === 'linux' ? `by process ${pid} (node -e /*\\n*/ ` : `already, perhaps by ${suspects}`;
  assert.ok(problem.includes(who), problem);
});

test('a port that two things would share is told once, with both variables', async () => {
  const port = await freePort();
  const loki: Port = { ...jaeger(port), variable: 'LOKI_PORT' };
  assert.deepEqual(await portProblems([jaeger(port), loki]), [
    `JAEGER_PORT and LOKI_PORT are both ${port}: give one of them another value.`,
  ]);
});

test('an address that is not of this machine is told with HOST', async () => {
  const [problem = ''] = await portProblems([jaeger(40_000, '192.0.2.1')]);
  assert.match(problem, /cannot be listened on \(EADDRNOTAVAIL\): .* or HOST to an address of this machine/);
});
