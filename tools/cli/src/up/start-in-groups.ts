import type { Program } from './program.ts';
import type { Progress } from './progress.ts';
import type { Supervised } from './supervise.ts';

/**
 * Starts the programs of a group together, and the next group when all of them are ready. Resolves when everything is.
 * Rejects with a sentence when one cannot be started. Starts nothing more after `stop` has aborted.
 */
export async function startInGroups(
  groups: readonly (readonly Program[])[],
  launch: (program: Program) => Supervised,
  progress: Progress,
  stop: AbortSignal,
): Promise<void> {
  progress.waitFor(groups.flat().map(({ name }) => name));
  for (const group of groups) {
    if (stop.aborted) return;
    const started = group.map(launch);
    const ready = Promise.all(started.map((each) => each.ready.then(() => progress.done(each.name))));
    await Promise.race([ready, ...started.map(rejectWhenFailing)]);
  }
}

async function rejectWhenFailing({ failing }: Supervised): Promise<never> {
  throw new Error(await failing);
}
