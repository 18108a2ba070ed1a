import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until there is an answer, for 20 s at most. */
export async function until<Answer>(ask: () => Answer | undefined, what: string): Promise<Answer> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const answer = ask();
    if (answer !== undefined) return answer;
    await pause(10);
  }
  throw new Error(`There was never ${what}.`);
}
