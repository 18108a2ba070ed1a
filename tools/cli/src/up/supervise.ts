import { setTimeout as delay } from 'node:timers/promises';
import type { ProcessRecords } from '../host/process-records.ts';
import type { Program, Running } from './program.ts';
import { restartDelay } from './restart-delay.ts';

/** A program that is started again whenever it ends, until it is stopped. */
export interface Supervised {
  readonly name: string;
  /** Resolves when it can be used for the first time. */
  readonly ready: Promise<void>;
  /** Resolves, with a sentence, when it has failed to start three times in a row. It goes on being tried. */
  readonly failing: Promise<string>;
  /** Asks it to end, starts it no more, and resolves when it has ended. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

/** Keeps a program running. Each end is told to `report` in one sentence; the pid of each life is recorded. */
export function supervise(
  program: Program,
  records: ProcessRecords,
  report: (sentence: string) => void,
): Supervised {
  const stopping = new AbortController();
  const ready = Promise.withResolvers<void>();
  const failing = Promise.withResolvers<string>();
  let life: Running | undefined;
  const live = async (): Promise<Outcome> => {
    life = await program.start(stopping.signal);
    records.write(program.name, life.pid);
    if (stopping.signal.aborted) life.stop();
    const outcome = await watch(life, ready.resolve);
    life = undefined;
    return outcome;
  };
  const onEnd = ({ how }: Outcome, failures: number) => {
    const ms = restartDelay(failures);
    if (ms > 0) failing.resolve(`${program.name} has failed to start ${failures} times: it ${how}.`);
    report(`${program.name} ${how} and is started again${ms > 0 ? ` in ${ms / 1000} s` : ''}.`);
    return ms;
  };
  const ended = keepAlive(live, onEnd, stopping.signal).finally(() => records.remove(program.name));
  return {
    name: program.name,
    ready: ready.promise,
    failing: failing.promise,
    stop() {
      stopping.abort();
      life?.stop();
      return ended;
    },
    kill() {
      stopping.abort();
      life?.kill();
    },
  };
}

/** How a life ended, and whether the start counts as failed. */
interface Outcome {
  readonly how: string;
  readonly failed: boolean;
}

/** One that goes by itself so soon after it was ready has not really started; a kill may come at any time. */
const SOON_MS = 2_000;

async function watch(life: Running, becameReady: () => void): Promise<Outcome> {
  let readyAt: number | undefined;
  void life.ready.then((isReady) => {
    if (!isReady) return;
    readyAt = performance.now();
    becameReady();
  });
  const { how, byItself } = await life.ended;
  const soon = readyAt !== undefined && performance.now() - readyAt < SOON_MS;
  return { how: `ended (${how})`, failed: readyAt === undefined || (byItself && soon) };
}

/** `onEnd` hears how a life ended and of the failed starts in a row, and answers the milliseconds until the next. */
async function keepAlive(
  live: () => Promise<Outcome>,
  onEnd: (outcome: Outcome, failures: number) => number,
  stopping: AbortSignal,
): Promise<void> {
  for (let failures = 0; !stopping.aborted; ) {
    const outcome = await live().catch(({ message }: Error) => ({
      how: `cannot start (${message.replace(/\.$/, '')})`,
      failed: true,
    }));
    if (stopping.aborted) return;
    failures = outcome.failed ? failures + 1 : 0;
    await delay(onEnd(outcome, failures), undefined, { signal: stopping }).catch(() => {});
  }
}
