import { type Database, DatabaseError } from '@mesh/postgres';
import { RpcError, status } from '@mesh/rpc';

/** The database with its one error that a caller can do something about said as such: try again. */
export function translateErrors(database: Database): Database {
  const rethrow = (error: unknown): never => {
    if (!(error instanceof DatabaseError) || error.kind !== 'unavailable') throw error;
    const message = 'the stock database is not available';
    throw new RpcError(status.UNAVAILABLE, message, { retryAfterMs: 1000 }, error);
  };
  return {
    ...database,
    query: (scope, text, values) => database.query<never>(scope, text, values).catch(rethrow),
    transaction: (scope, work) => database.transaction(scope, work).catch(rethrow),
  };
}
