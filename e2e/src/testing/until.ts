import { setTimeout } from 'node:timers/promises';

/**
 * Asks again until there is an answer (neither undefined nor false), at most for `limitMs`; then fails
 * with `what` and the last error of asking.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  limitMs = 20_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      last = error;
    }
    await setTimeout(25);
  }
  throw new Error(`waited ${limitMs} ms for ${what}`, { cause: last });
}
