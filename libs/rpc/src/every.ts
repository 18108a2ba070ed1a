import { setTimeout } from 'node:timers/promises';
import type { Log } from './log.ts';
import type { Scope } from './scope.ts';

/** Long enough for a full batch against a slow database; a run that hangs must not end the loop. */
const runLimitMs = 5000;

/**
 * Runs `task` again and again, `pauseMs` after the run before it ended, until it is stopped. A run
 * that fails is logged and does not end the loop; of a row of failures only the first is logged.
 *
 * @returns stops the loop: aborts the run under way and waits for it.
 */
export function every(
  pauseMs: number,
  name: string,
  log: Log,
  task: (scope: Scope) => Promise<unknown>,
): () => Promise<void> {
  const stopped = new AbortController();
  let failing = false;
  const run = async () => {
    const scope = { signal: stopped.signal, deadline: Date.now() + runLimitMs };
    try {
      await task(scope);
      failing = false;
    } catch (error) {
      if (!failing && !stopped.signal.aborted) log.warn('background work failed', { task: name, error });
      failing = true;
    }
  };
  const loop = (async () => {
    while (!stopped.signal.aborted) {
      await run();
      await setTimeout(pauseMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  })();
  return () => {
    stopped.abort();
    return loop;
  };
}
