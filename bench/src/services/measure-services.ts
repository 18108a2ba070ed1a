import type { Configuration } from '../configuration.ts';
import type { Measured } from '../measure.ts';
import type { Mesh } from '../mesh/mesh.ts';
import { startChild } from '../processes/child.ts';
import { rowOf } from '../report/row.ts';
import { type Plan, runRounds } from '../run/run-rounds.ts';
import type { Counts } from '../sink/tally.ts';
import { startPostgres } from './start-postgres.ts';
import { startServices } from './start-services.ts';
import { waitForSpans } from './wait-for-spans.ts';

/** As `measure`, with the mesh's own services on one Postgres, whose CPU time is not counted. */
export async function measureServices(
  configurations: readonly Configuration[],
  plan: Plan,
  say: (sentence: string) => void,
): Promise<Measured> {
  await using started = new AsyncDisposableStack();
  const postgres = await startPostgres(started, configurations);
  const sink = started.use(await startChild('sink/main.ts'));
  const meshes: Mesh[] = [];
  for (const configuration of configurations) {
    meshes.push(started.use(await startServices(configuration, postgres, sink.port)));
    say(`${configuration.name} is running.`);
  }
  let counts: Counts = {};
  const onRound = (round: number) => say(`Round ${round} of ${plan.warmUpRounds + plan.rounds} is done.`);
  const measured = await runRounds(meshes, plan, onRound, async () => {
    counts = await waitForSpans(meshes, sink);
  });
  return { rows: configurations.map((one) => rowOf(one, measured, plan.requests)), counts };
}
