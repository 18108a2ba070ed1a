import { type Cancelling, cancelStatement } from './cancel-statement.ts';
import type { Connection } from './connection.ts';
import { onScopeEnd, type Scope, scopeIsOver } from './scope.ts';
import { endsSession, toDatabaseError } from './to-database-error.ts';

const QUERY_CANCELED = '57014';

/**
 * Runs one statement and answers its rows. When the scope ends first, the server is asked to cancel it.
 * It settles only when the server no longer works on the statement, or when the connection has been given up.
 * A request to cancel that the statement did not use up could hit the next one: the connection then counts as broken.
 */
export async function runStatement<Row extends object>(
  connection: Connection,
  scope: Scope,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  let cancelling: Cancelling | undefined;
  const stopWatch = onScopeEnd(scope, () => {
    cancelling = cancelStatement(connection.client);
  });
  let usedUp = false;
  try {
    const { rows } = await connection.client.query<Row>(text, [...values]);
    return rows;
  } catch (cause) {
    const error = toDatabaseError(cause);
    usedUp = error.sqlState === QUERY_CANCELED;
    connection.broken ||= endsSession(error);
    throw cancelling && error.kind === 'unavailable' ? scopeIsOver('while it ran') : error;
  } finally {
    stopWatch();
    if (cancelling) connection.broken ||= !(await cancelling.finish()) || !usedUp;
  }
}
