import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { defer } from '../testing/defer.ts';
import { createMeshEnvironment, type MeshEnvironment } from '../testing/mesh-environment.ts';
import { repository } from '../testing/repository.ts';
import { until } from '../testing/until.ts';

const promisedMs = 30_000;

test('npm run stack:native shows the first path within 30 s once it is built, and Ctrl-C ends all of it', async (t) => {
  const environment = await createMeshEnvironment();
  defer(t, () => environment.remove());
  // The very first start fills the databases; the one that is promised finds them.
  for (const which of ['first', 'second']) {
    const { output, ms, stop } = await startNative(t, environment);
    assert.match(output(), /otel-collector\s+0\.159\.0/);
    assert.match(output(), /jaeger\s+2\.13\.0\s+\(the image is 2\.20\.0/);
    assert.match(output(), /span in Jaeger[\s\S]*line in Loki[\s\S]*POST \/v1\/orders 201[\s\S]*Reserve/);
    t.diagnostic(`${which} start: up after ${(ms / 1000).toFixed(1)} s`);
    if (which === 'second') assert.ok(ms <= promisedMs, `${ms} ms`);
    await stop();
  }
});

async function startNative(t: TestContext, environment: MeshEnvironment) {
  // biome-ignore lint/style/noProcessEnv: a child gets what this process has, and more
  const env = { ...process.env, ...environment.variables };
  const start = performance.now();
  const child = spawn('npm', ['run', 'stack:native'], {
    cwd: repository,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  const stop = async () => {
    if (child.exitCode === null) process.kill(-(child.pid ?? 0), 'SIGINT');
    assert.deepEqual(await ended, [0, null]);
  };
  defer(t, stop);
  await until('the mesh to be up', () => text.includes('mesh is up'), 180_000);
  return { output: () => text, ms: performance.now() - start, stop };
}
