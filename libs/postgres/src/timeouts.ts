import type { PoolClient } from 'pg';

/**
 * The server-side timeouts are a net below the request to cancel, which keeps the exact time: they hold when this
 * process or the network is gone. A wait for a lock ends a little earlier, so that its error tells what was waited for.
 */
const LOCK_SHARE = 0.9;
/** A transaction whose client is silent this long past its deadline holds its locks no longer. */
const IDLE_GRACE_MS = 1_000;
/** Steps of the session's timeout, so that few different values occur. */
const STEPS_MS = [100, 250, 500, 1_000, 2_000, 5_000, 10_000, 30_000];
const MINUTE_MS = 60_000;
/** A timeout so many times too long is still a net; each change costs a round trip, and a span in the trace. */
const SLACK = 10;
const FIRST_STEP_MS = 10_000;

/** What a connection starts with, in `pg`'s words. */
export const SESSION_TIMEOUTS = {
  statement_timeout: FIRST_STEP_MS,
  lock_timeout: lockTimeout(FIRST_STEP_MS),
};

const stepOfClient = new WeakMap<PoolClient, number>();

/** The statement that opens a transaction which may take `ms`: one round trip sets its timeouts as well. */
export function beginWithin(ms: number): string {
  return `BEGIN; SET LOCAL statement_timeout = ${ms}; SET LOCAL lock_timeout = ${lockTimeout(ms)}; SET LOCAL idle_in_transaction_session_timeout = ${ms + IDLE_GRACE_MS}`;
}

/** Makes the session's timeouts at least `ms`, rounded up to a step; leaves them where they fit well enough. */
export async function setSessionTimeouts(
  client: PoolClient,
  ms: number,
  run: (text: string) => Promise<unknown>,
): Promise<void> {
  const current = stepOfClient.get(client) ?? FIRST_STEP_MS;
  if (current >= ms && current <= ms * SLACK) return;
  const step = STEPS_MS.find((each) => each >= ms) ?? Math.ceil(ms / MINUTE_MS) * MINUTE_MS;
  await run(`SET statement_timeout = ${step}; SET lock_timeout = ${lockTimeout(step)}`);
  stepOfClient.set(client, step);
}

function lockTimeout(ms: number): number {
  return Math.ceil(ms * LOCK_SHARE);
}
