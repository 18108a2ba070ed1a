const FIRST_MS = 250;
const LAST_MS = 5_000;
/** A collector may ask for more than our own longest pause; what it asks for in error must not silence a service. */
const MAX_ASKED_MS = 60_000;

/**
 * Milliseconds until the next attempt: 250, doubled each time up to 5 s, a fifth more or less, so that the services that a
 * collector left do not come back at once. What it asks for by `Retry-After` is waited for.
 *
 * @param isLast the process wants to end: a short time in which every attempt counts
 */
export function retryDelay(retry: number, askedMs: number | undefined, isLast: boolean): number {
  if (isLast) return FIRST_MS;
  if (askedMs !== undefined) return Math.min(askedMs, MAX_ASKED_MS);
  return Math.min(FIRST_MS * 2 ** retry, LAST_MS) * (0.8 + 0.4 * Math.random());
}
