import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 20;

/** Looks every 20 ms until `done` answers true, at most `ms` long; tells whether it did. */
export async function waitUntil(done: () => boolean, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (!done()) {
    if (performance.now() > end) return false;
    await delay(POLL_MS);
  }
  return true;
}
