import type { Log } from './log.ts';

/** One thing to bring to an end, by the name that the log gives it. */
export type StopStep = readonly [name: string, stop: () => unknown];

/**
 * On SIGTERM or SIGINT runs the steps in order, once; one that fails does not keep the next from
 * running. Then nothing is left in the event loop, and the process ends by itself with code 0:
 * `process.exit` would cut off the telemetry of the last calls.
 */
export function stopOnSignal(log: Log, steps: readonly StopStep[]): void {
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info('stopping', { signal });
    for (const [name, end] of steps) {
      await Promise.try(end).catch((error) => log.error('a part did not stop', { part: name, error }));
    }
    log.info('stopped');
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}
