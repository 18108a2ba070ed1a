import { setTimeout } from 'node:timers/promises';
import type { PartName } from '../../testing/start-mesh.ts';
import type { Stack } from './open-stack.ts';

/**
 * Ends a part again and again for `ms`: the host starts it anew each time, so that it is hardly ever there, and there
 * for a moment when nobody expects it.
 */
export async function keepDown(
  stack: Stack,
  part: PartName,
  signal: 'SIGKILL' | 'SIGTERM',
  ms: number,
): Promise<void> {
  const end = performance.now() + ms;
  let ended = 0;
  while (performance.now() < end) {
    const pid = await stack.pidOf(part).catch(() => ended);
    if (pid !== ended) signalIfThere(pid, signal);
    ended = pid;
    await setTimeout(50);
  }
}

/** It may have ended by itself: a store that is started anew can find its port still taken. */
function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
