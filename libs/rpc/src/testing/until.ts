import { setTimeout } from 'node:timers/promises';

/** Waits for the condition; fails after five seconds with a sentence that names it. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + 5000; !condition(); ) {
    if (Date.now() > end) throw new Error(`it never came true that ${what}`);
    await setTimeout(2);
  }
}
