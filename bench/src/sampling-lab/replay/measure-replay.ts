import type { Configuration } from '../../configuration.ts';
import type { Child } from '../../processes/child.ts';
import { rowOf } from '../../report/row.ts';
import type { Rounds } from '../../run/figures.ts';
import { type Plan, runRounds } from '../../run/run-rounds.ts';
import { OFF, TAIL } from './replay-configurations.ts';
import type { CollectorCost, ReplayRow } from './replay-row.ts';
import type { Collector } from './start-collector.ts';
import { type Replayed, startReplayed } from './start-replayed.ts';
import type { TraceCount, TraceCounts } from './trace-tally.ts';
import { waitUntilDecided } from './wait-until-decided.ts';

/** Where the traces go. */
export interface Ends {
  readonly sink: Child;
  readonly collector: Collector | undefined;
}

const NOTHING: TraceCount = {
  bytes: 0,
  spans: 0,
  requests: 0,
  failed: 0,
  failedSpans: 0,
  slow: 0,
  scaled: 0,
};

/** Measures all configurations by turns, as `measureServices` does it. */
export async function measureReplay(
  configurations: readonly Configuration[],
  { sink, collector }: Ends,
  plan: Plan,
  say: (sentence: string) => void,
): Promise<ReplayRow[]> {
  await using started = new AsyncDisposableStack();
  const replayed = await startReplayed(configurations, sink.port, started);
  const meshes = replayed.map(({ mesh }) => mesh);
  let warm = 0;
  const onRound = (round: number) => {
    if (round === plan.warmUpRounds) warm = collector?.cpuMillis() ?? 0;
    say(`Round ${round} of ${plan.warmUpRounds + plan.rounds} is done.`);
  };
  const measured = await runRounds(meshes, plan, onRound, () => waitUntilDecided(meshes, sink, collector));
  const cost = collector && (await costOf(collector, warm, plan));
  // What the services still have they send at their end.
  await started.disposeAsync();
  const counts = await sink.ask<TraceCounts>('counts');
  return replayed.map((one) => replayRow(one, measured, plan, counts, cost));
}

async function costOf(collector: Collector, warm: number, plan: Plan): Promise<CollectorCost> {
  const { megabytes } = await collector.state();
  return { cpuMillis: (collector.cpuMillis() - warm) / (plan.rounds * plan.requests), megabytes };
}

function replayRow(
  { mesh, client }: Replayed,
  measured: Rounds,
  plan: Plan,
  counts: TraceCounts,
  cost: CollectorCost | undefined,
): ReplayRow {
  const { configuration } = mesh;
  const { cpuMillis, cpuRatio } = rowOf(configuration, measured, plan.requests, OFF);
  return {
    name: configuration.name,
    cpuMillis,
    cpuRatio,
    placed: client.placed(),
    ...client.seen(),
    arrived: counts[configuration.name] ?? NOTHING,
    collector: configuration.name === TAIL ? cost : undefined,
  };
}
