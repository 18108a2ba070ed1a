import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { testServer } from './test-server.ts';

const server = await testServer();
const fixture = fileURLToPath(new URL('testing/fixtures/closes-database.ts', import.meta.url));

test('a process whose database hangs can end: closed connections do not wait for the server', async (t) => {
  const child = spawn(process.execPath, [fixture, server.url('test')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: 10_000,
    killSignal: 'SIGKILL',
  });
  const exit = once(child, 'exit');
  const [pids] = await once(child.stdout, 'data');
  const backends = String(pids).trim().split(',').map(Number);
  assert.equal(new Set(backends).size, 3);
  for (const pid of backends) process.kill(pid, 'SIGSTOP');
  t.after(() => {
    for (const pid of backends) process.kill(pid, 'SIGCONT');
  });
  child.stdin.write('close\n');
  assert.deepEqual(await exit, [0, null]);
});
