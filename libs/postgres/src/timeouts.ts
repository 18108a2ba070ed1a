import type { PoolClient } from 'pg';

/**
 * The server-side timeouts are a net below the request to cancel, which keeps the exact time: they hold when this
 * process or the network is gone. A wait for a lock ends a little earlier, so that its error tells what was waited for.
 */
const LOCK_SHARE = 0.9;
/** A transaction whose client is silent this long past its deadline holds its locks no longer. */
const IDLE_GRACE_MS = 1_000;
/** Steps of the session's timeout: the same step needs no new SET, so that a statement costs one round trip. */
const STEPS_MS = [100, 250, 500, 1_000, 2_000, 5_000, 10_000, 30_000];
const MINUTE_MS = 60_000;

const stepOfClient = new WeakMap<PoolClient, number>();

/** The statement that opens a transaction which may take `ms`: one round trip sets its timeouts as well. */
export function beginWithin(ms: number): string {
  return `BEGIN; SET LOCAL statement_timeout = ${ms}; SET LOCAL lock_timeout = ${lockTimeout(ms)}; SET LOCAL idle_in_transaction_session_timeout = ${ms + IDLE_GRACE_MS}`;
}

/** Makes the session's timeouts at least `ms`, rounded up to a step; asks the server only when the step changes. */
export async function setSessionTimeouts(
  client: PoolClient,
  ms: number,
  run: (text: string) => Promise<unknown>,
) {
  const step = STEPS_MS.find((each) => each >= ms) ?? Math.ceil(ms / MINUTE_MS) * MINUTE_MS;
  if (stepOfClient.get(client) === step) return;
  await run(`SET statement_timeout = ${step}; SET lock_timeout = ${lockTimeout(step)}`);
  stepOfClient.set(client, step);
}

function lockTimeout(ms: number): number {
  return Math.ceil(ms * LOCK_SHARE);
}
