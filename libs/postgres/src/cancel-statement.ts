import type { PoolClient } from 'pg';
import { requestCancel } from './cancel-request.ts';

/** How long a server may take to end a statement that it was asked to cancel, before the connection is closed. */
const GRACE_MS = 1_000;

/** A statement that is being cancelled. */
export interface Cancelling {
  /** To be called when the statement has settled; false when the request may still hit a later statement. */
  finish(): Promise<boolean>;
}

/** Cancels what `client` runs; closes its connection when the server does not end the statement in time. */
export function cancelStatement(client: PoolClient): Cancelling {
  const giveUp = setTimeout(() => client.connection.stream.destroy(), GRACE_MS);
  const sent = requestCancel(client);
  return {
    finish: () => {
      clearTimeout(giveUp);
      return sent;
    },
  };
}
