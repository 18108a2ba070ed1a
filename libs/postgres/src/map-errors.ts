import type { Database } from './database.ts';
import { DatabaseError } from './database-error.ts';

/** The same database, each of its errors as `map` says it; what is thrown by the caller's own work stays as it is. */
export function mapErrors(database: Database, map: (error: DatabaseError) => unknown): Database {
  const rethrow = (error: unknown): never => {
    throw error instanceof DatabaseError ? map(error) : error;
  };
  return {
    ...database,
    query: (scope, text, values) => database.query<never>(scope, text, values).catch(rethrow),
    transaction: (scope, work) => database.transaction(scope, work).catch(rethrow),
  };
}
