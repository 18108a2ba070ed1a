import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { runMesh } from '../testing/run-program.ts';
import type { PartName } from '../testing/start-mesh.ts';
import { until } from '../testing/until.ts';
import { keepDown } from './testing/keep-down.ts';
import { startStack } from './testing/open-stack.ts';
import { runSteadyLoad } from './testing/steady-load.ts';

const outageMs = 30_000;
const hangMs = 20_000;
const perSecond = 20;

const outages = [
  ['otel-collector', 'SIGKILL'],
  ['jaeger', 'SIGTERM'],
  ['loki', 'SIGTERM'],
] as const satisfies [PartName, 'SIGKILL' | 'SIGTERM'][];

const none = { spans: 0, lines: 0 };

test('nothing is lost and nothing seen twice while collector, Jaeger and Loki are away one after the other, and while Jaeger hangs', async (t) => {
  const stack = await startStack(t);
  const count = (perSecond * (outages.length * outageMs + hangMs)) / 1000;
  const load = runSteadyLoad({ gatewayUrl: stack.gatewayUrl, perSecond, count });
  for (const [part, signal] of outages) await keepDown(stack, part, signal, outageMs);
  await hang(await stack.pidOf('jaeger'), hangMs);
  assert.deepEqual(await load, { 201: count });
  await until('Loki to answer again', () => answers(`${stack.lokiUrl}/loki/api/v1/labels`), 60_000);
  // What waited takes its time.
  const { code, stdout, stderr } = await runMesh(
    ['verify', '--telemetry', '--settle', '60', '--json'],
    stack.variables,
  );
  assert.equal(code, 0, stdout + stderr);
  const { checked, missing, duplicates, orphans } = JSON.parse(stdout);
  assert.deepEqual([missing, duplicates, orphans], [none, none, none]);
  // And the one that the start of the mesh placed.
  assert.equal(checked.orders, count + 1);
});

async function hang(pid: number, ms: number): Promise<void> {
  process.kill(pid, 'SIGSTOP');
  try {
    await setTimeout(ms);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
  await response.arrayBuffer();
  return response.ok;
}
