import { setTimeout as delay } from 'node:timers/promises';
import type { Supervised } from './supervise.ts';

/** How long the next one waits for this one to end before it is asked as well. */
const PATIENCE_MS = 900;
/** What has not ended by itself by then is killed; with it the whole stop stays below five seconds. */
const KILL_AFTER_MS = 4_500;

/**
 * Asks each to end when the one before it has ended, or has not ended within 900 ms. Kills whatever is left after 4.5 s,
 * or as soon as `force` aborts. Resolves when everything has ended.
 */
export async function stopInOrder(programs: readonly Supervised[], force: AbortSignal): Promise<void> {
  const killAll = () => {
    for (const program of programs) program.kill();
  };
  const timer = setTimeout(killAll, KILL_AFTER_MS);
  force.addEventListener('abort', killAll);
  const ends: Promise<void>[] = [];
  for (const program of programs) {
    const end = program.stop();
    ends.push(end);
    await Promise.race([end, patience(force)]);
  }
  if (force.aborted) killAll();
  await Promise.all(ends);
  clearTimeout(timer);
}

async function patience(force: AbortSignal): Promise<void> {
  await delay(PATIENCE_MS, undefined, { signal: force, ref: false }).catch(() => {});
}
