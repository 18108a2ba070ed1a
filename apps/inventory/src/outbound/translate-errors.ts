import { type Database, DatabaseError } from '@mesh/postgres';
import { RpcError, status } from '@mesh/rpc';

const answers = {
  unavailable: { code: status.UNAVAILABLE, message: 'the stock database is not available' },
  deadline: { code: status.DEADLINE_EXCEEDED, message: 'the stock database did not answer in time' },
};

/** The database with the errors that a caller can do something about said as such: try again. */
export function translateErrors(database: Database): Database {
  const rethrow = (error: unknown): never => {
    if (!(error instanceof DatabaseError)) throw error;
    if (error.kind !== 'unavailable' && error.kind !== 'deadline') throw error;
    const { code, message } = answers[error.kind];
    throw new RpcError(code, message, { retryAfterMs: 1000 }, error);
  };
  return {
    ...database,
    query: (scope, text, values) => database.query<never>(scope, text, values).catch(rethrow),
    transaction: (scope, work) => database.transaction(scope, work).catch(rethrow),
  };
}
