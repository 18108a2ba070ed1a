import type { Pool, PoolClient } from 'pg';
import { onScopeEnd, type Scope, scopeIsOver } from './scope.ts';
import { toDatabaseError } from './to-database-error.ts';

/** A connection that one caller has to itself. */
export interface Connection {
  readonly client: PoolClient;
  /** Set when its state is in doubt: it is then closed instead of going back to the pool. */
  broken: boolean;
}

/** Waits for a connection of the pool, but no longer than the scope lasts. */
export function acquire(pool: Pool, scope: Scope): Promise<Connection> {
  return new Promise((resolve, reject) => {
    let waiting = true;
    const stopWatch = onScopeEnd(scope, () => {
      waiting = false;
      reject(scopeIsOver('while it waited for a connection'));
    });
    pool.connect().then(
      (client) => {
        stopWatch();
        if (waiting) resolve({ client, broken: false });
        else client.release();
      },
      (error: unknown) => {
        stopWatch();
        reject(toDatabaseError(error));
      },
    );
  });
}

/** Gives the connection back. */
export function release(connection: Connection): void {
  connection.client.release(connection.broken);
}
