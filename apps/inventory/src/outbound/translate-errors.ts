import { type Database, mapErrors } from '@mesh/postgres';
import { RpcError, status } from '@mesh/rpc';

const retry = { retryAfterMs: 1000 };

/** The database with the errors that a caller can do something about said as such: try again. */
export function translateErrors(database: Database): Database {
  return mapErrors(database, (error) => {
    switch (error.kind) {
      case 'unavailable':
        return new RpcError(status.UNAVAILABLE, 'the stock database is not available', retry, error);
      case 'deadline':
        return new RpcError(
          status.DEADLINE_EXCEEDED,
          'the stock database did not answer in time',
          retry,
          error,
        );
      default:
        return error;
    }
  });
}
