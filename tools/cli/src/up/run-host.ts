import type { ProcessRecords } from '../host/process-records.ts';
import type { Program } from './program.ts';
import type { Progress } from './progress.ts';
import { startInGroups } from './start-in-groups.ts';
import { stopInOrder } from './stop-in-order.ts';
import type { StopSignals } from './stop-signals.ts';
import { type Supervised, supervise } from './supervise.ts';

/** What a host runs. */
export interface HostPlan {
  /** In the order in which they start; each group waits for the one before it. They stop in the opposite order. */
  readonly groups: readonly (readonly Program[])[];
  /** Called once when everything is ready; `stop` aborts when the host is to end. */
  readonly whenUp: (stop: AbortSignal) => Promise<void>;
  readonly records: ProcessRecords;
  readonly progress: Progress;
  readonly signals: StopSignals;
}

/** Keeps the programs running until a signal ends it. Answers the exit code: 1 when they could not be started. */
export async function runHost({ groups, whenUp, records, progress, signals }: HostPlan): Promise<number> {
  const running: Supervised[] = [];
  const launch = (program: Program) => {
    const supervised = supervise(program, records, progress.say);
    running.push(supervised);
    return supervised;
  };
  const { stop, force } = signals;
  try {
    const up = startInGroups(groups, launch, progress, stop).then(() =>
      stop.aborted ? undefined : whenUp(stop),
    );
    await Promise.race([up, aborted(stop)]);
    await aborted(stop);
    progress.waitFor([]);
    progress.say('Stopping ...');
    return 0;
  } catch (error) {
    progress.waitFor([]);
    progress.say((error as Error).message);
    return 1;
  } finally {
    await stopInOrder(running.toReversed(), force);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
