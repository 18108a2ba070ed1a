import type { Program } from './program.ts';
import type { Progress } from './progress.ts';
import type { Supervised } from './supervise.ts';

/** Several times as long as a start takes; then something is wrong that only the log may tell. */
const REMINDER_MS = 20_000;

/**
 * Starts the programs of a group together, and the next group when all of them are ready that are not optional. Resolves
 * when the last group is. Rejects with a sentence when one cannot be started. Starts nothing more after `stop` has aborted. Where one neither
 * gets ready nor ends, as with a neighbour at a wrong address, it is named every `reminderMs`.
 */
export async function startInGroups(
  groups: readonly (readonly Program[])[],
  launch: (program: Program) => Supervised,
  progress: Progress,
  stop: AbortSignal,
  reminderMs: number = REMINDER_MS,
): Promise<void> {
  const waiting = new Set(groups.flat().map(({ name }) => name));
  progress.waitFor([...waiting]);
  const remind = () => progress.say(`Still waiting for ${[...waiting].join(', ')}; see the log files.`);
  const reminder = setInterval(remind, reminderMs);
  const done = (name: string) => {
    waiting.delete(name);
    progress.done(name);
  };
  stop.addEventListener('abort', () => clearInterval(reminder));
  try {
    for (const group of groups) {
      if (stop.aborted) return;
      const started = group.map((program) => ({ program, supervised: launch(program) }));
      for (const { supervised } of started) void supervised.ready.then(() => done(supervised.name));
      const needed = started.filter(({ program }) => !program.optional).map(({ supervised }) => supervised);
      const ready = Promise.all(needed.map((each) => each.ready));
      await Promise.race([ready, ...needed.map(rejectWhenFailing)]);
    }
  } finally {
    clearInterval(reminder);
  }
}

async function rejectWhenFailing({ failing }: Supervised): Promise<never> {
  throw new Error(await failing);
}
