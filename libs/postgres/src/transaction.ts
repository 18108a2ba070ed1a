import type { Connection } from './connection.ts';
import { DatabaseError } from './database-error.ts';
import { runStatement } from './run-statement.ts';
import { type Scope, timeLeft } from './scope.ts';
import { beginWithin } from './timeouts.ts';

/** Where the statements of a transaction go. */
export interface Sql {
  /** Runs one statement, which ends before the next begins, and answers its rows. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** How long a rollback may take before the connection is closed instead. */
const ROLLBACK_MS = 1_000;

/** Runs `work` between BEGIN and COMMIT, at READ COMMITTED; whatever goes wrong rolls back and is thrown on. */
export async function runTransaction<T>(
  connection: Connection,
  scope: Scope,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  try {
    await runStatement(connection, scope, beginWithin(timeLeft(scope)));
    const value = await runWork(connection, scope, work);
    await runStatement(connection, scope, 'COMMIT');
    return value;
  } catch (error) {
    await rollBack(connection);
    throw error;
  }
}

async function runWork<T>(connection: Connection, scope: Scope, work: (sql: Sql) => Promise<T>): Promise<T> {
  // What became of the last statement. The server answers the COMMIT of a failed transaction with a rollback and no error.
  const last: { state: 'done' | 'running' | 'failed' | 'over' } = { state: 'done' };
  const sql: Sql = {
    async query<Row extends object>(text: string, values?: readonly unknown[]) {
      if (last.state === 'running' || last.state === 'over') throw misuse(last.state);
      last.state = 'running';
      const settle = (state: 'done' | 'failed') => {
        if (last.state === 'running') last.state = state;
      };
      const running = runStatement<Row>(connection, scope, text, values);
      running.then(
        () => settle('done'),
        () => settle('failed'),
      );
      return await running;
    },
  };
  try {
    const value = await work(sql);
    if (last.state !== 'done') throw misuse(last.state);
    return value;
  } finally {
    last.state = 'over';
  }
}

const MISUSE = {
  running:
    'A statement of the transaction is still under way: await each before the next and before the end.',
  over: 'The transaction is over: its statements must be awaited inside of it.',
  failed: 'A statement of the transaction failed and its error was dropped: nothing can be committed.',
};

function misuse(how: keyof typeof MISUSE): DatabaseError {
  return new DatabaseError('other', MISUSE[how]);
}

async function rollBack(connection: Connection): Promise<void> {
  if (connection.broken) return;
  const scope = { signal: new AbortController().signal, deadline: Date.now() + ROLLBACK_MS };
  try {
    await runStatement(connection, scope, 'ROLLBACK');
  } catch {
    connection.broken = true;
  }
}
