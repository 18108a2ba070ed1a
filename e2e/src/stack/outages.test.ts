import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runMesh } from '../testing/run-program.ts';
import type { PartName } from '../testing/start-mesh.ts';
import { until } from '../testing/until.ts';
import { keepDown } from './testing/keep-down.ts';
import { startStack } from './testing/open-stack.ts';
import { runSteadyLoad } from './testing/steady-load.ts';

const outageMs = 15_000;
const perSecond = 20;

const outages = [
  ['otel-collector', 'SIGKILL'],
  ['jaeger', 'SIGTERM'],
  ['loki', 'SIGTERM'],
] as const satisfies [PartName, 'SIGKILL' | 'SIGTERM'][];

test('nothing is lost and nothing seen twice while collector, Jaeger and Loki are away, one after the other', async (t) => {
  const stack = await startStack(t);
  const seconds = (outages.length * outageMs) / 1000;
  const load = runSteadyLoad({ gatewayUrl: stack.gatewayUrl, perSecond, count: perSecond * seconds });
  for (const [part, signal] of outages) await keepDown(stack, part, signal, outageMs);
  assert.deepEqual(await load, { 201: perSecond * seconds });
  await until('Loki to answer again', () => answers(`${stack.lokiUrl}/loki/api/v1/labels`), 60_000);
  // What waited takes its time.
  const { code, stdout, stderr } = await runMesh(
    ['verify', '--telemetry', '--settle', '60'],
    stack.variables,
  );
  assert.equal(code, 0, stdout + stderr);
});

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
  await response.arrayBuffer();
  return response.ok;
}
