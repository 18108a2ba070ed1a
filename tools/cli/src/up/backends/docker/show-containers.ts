import { setTimeout as delay } from 'node:timers/promises';
import { printable } from '../../../terminal/printable.ts';
import type { Progress } from '../../progress.ts';

/** What compose says while it pulls, starts and waits. */
export interface ContainersShown {
  /** Hears a line that compose prints. */
  note(line: string): void;
  /** Shows what compose is at until `up` is settled or `stop` aborts; answers what `up` resolved with. */
  showUntil(
    up: Promise<string | undefined>,
    progress: Progress,
    stop: AbortSignal,
  ): Promise<string | undefined>;
}

const TICK_MS = 1_000;
/** Where lines cannot be rewritten, a line each so many ticks. */
const TICKS_A_LINE = 20;

/** Shows the last line of compose and the seconds since its start. */
export function showContainers(): ContainersShown {
  const started = performance.now();
  let last = 'docker compose';
  return {
    note(line) {
      if (line.trim() !== '') last = printable(line.trim());
    },
    async showUntil(up, progress, stop) {
      const settled = up.then((problem) => ({ problem }));
      for (let tick = 1; !stop.aborted; tick += 1) {
        const seconds = Math.round((performance.now() - started) / 1_000);
        progress.waitFor([`the containers (${seconds} s): ${last}`]);
        const result = await Promise.race([settled, delay(TICK_MS, undefined, { ref: false })]);
        if (result) {
          progress.waitFor([]);
          if (result.problem === undefined) progress.done('containers');
          return result.problem;
        }
        if (tick % TICKS_A_LINE === 0) progress.say(`Still waiting for the containers: ${last}`);
      }
      return undefined;
    },
  };
}
