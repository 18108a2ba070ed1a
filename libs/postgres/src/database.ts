import { acquire, type Connection, release } from './connection.ts';
import { openPool, type PoolOptions } from './pool.ts';
import { runStatement } from './run-statement.ts';
import { type Scope, timeLeft } from './scope.ts';
import { setSessionTimeouts } from './timeouts.ts';
import { runTransaction, type Sql } from './transaction.ts';

/** A database behind a pool of connections. Everything rejects with `DatabaseError`, and with whatever `work` throws. */
export interface Database {
  /** Runs one statement, committed by itself, and answers its rows. `int8` and `numeric` come as strings. */
  query<Row extends object>(scope: Scope, text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Commits what `work` did when it resolves, rolls it back when it rejects. */
  transaction<T>(scope: Scope, work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Waits for the statements under way and closes every connection; may be called again. */
  close(): Promise<void>;
}

/** Connects when the first statement needs it. Throws when the URL is none. */
export function openDatabase(options: PoolOptions): Database {
  const pool = openPool(options);
  const lend = async <T>(scope: Scope, use: (connection: Connection) => Promise<T>): Promise<T> => {
    const connection = await acquire(pool, scope);
    try {
      return await use(connection);
    } finally {
      release(connection);
    }
  };
  const query = <Row extends object>(scope: Scope, text: string, values?: readonly unknown[]) =>
    lend(scope, async (connection) => {
      await setSessionTimeouts(connection.client, timeLeft(scope), (set) =>
        runStatement(connection, scope, set),
      );
      return await runStatement<Row>(connection, scope, text, values);
    });
  let closing: Promise<void> | undefined;
  return {
    query,
    transaction: (scope, work) => lend(scope, (connection) => runTransaction(connection, scope, work)),
    close: () => {
      closing ??= pool.end();
      return closing;
    },
  };
}
