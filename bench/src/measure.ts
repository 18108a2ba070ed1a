import type { Configuration } from './configuration.ts';
import type { Mesh } from './mesh/mesh.ts';
import { type MeshOptions, startMesh } from './mesh/start-mesh.ts';
import { startChild } from './processes/child.ts';
import { type Row, rowOf } from './report/row.ts';
import { type Plan, runRounds } from './run/run-rounds.ts';
import { waitUntilWhole } from './run/wait-until-whole.ts';
import type { Counts } from './sink/tally.ts';

export interface Measured {
  readonly rows: readonly Row[];
  readonly counts: Counts;
}

/**
 * Starts a mesh for each configuration, keeps all of them for the whole run, and measures them by turns.
 *
 * @throws Error when a request fails, or a line, span or log record is missing or too much
 */
export async function measure(
  configurations: readonly Configuration[],
  plan: Plan,
  say: (sentence: string) => void,
  options: Omit<MeshOptions, 'sinkPort'> = {},
): Promise<Measured> {
  await using sink = await startChild('sink/main.ts');
  await using started = new AsyncDisposableStack();
  const meshes: Mesh[] = [];
  for (const configuration of configurations) {
    meshes.push(started.use(await startMesh(configuration, { ...options, sinkPort: sink.port })));
    say(`${configuration.name} is running.`);
  }
  let counts: Counts = {};
  const onRound = (round: number) => say(`Round ${round} of ${plan.warmUpRounds + plan.rounds} is done.`);
  const measured = await runRounds(meshes, plan, onRound, async () => {
    counts = await waitUntilWhole(meshes, sink);
  });
  return { rows: configurations.map((one) => rowOf(one, measured, plan.requests)), counts };
}
