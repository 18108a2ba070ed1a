import { DatabaseError as ServerError } from 'pg';
import { DatabaseError, type DatabaseErrorKind } from './database-error.ts';

/**
 * SQLSTATEs, or their first two characters for a whole class, by kind; the longest match counts.
 * Source: PostgreSQL, appendix A, "PostgreSQL Error Codes".
 */
const KIND_OF_SQL_STATE: Readonly<Record<string, DatabaseErrorKind>> = {
  '08': 'unavailable', // connection exception
  '53': 'unavailable', // insufficient resources, too many connections
  '40': 'unavailable', // serialization failure, deadlock
  '40002': 'constraint', // a constraint checked at commit
  '57P01': 'unavailable', // shut down by the administrator
  '57P02': 'unavailable', // crash of another backend
  '57P03': 'unavailable', // starting up or shutting down
  '57P05': 'unavailable', // idle session closed
  '23': 'constraint',
  '57014': 'deadline', // cancelled: by statement_timeout or on request
  '55P03': 'deadline', // lock_timeout
  '25P03': 'deadline', // idle_in_transaction_session_timeout
  '25P04': 'deadline', // transaction_timeout
};

/** How the messages of `pg` begin when the connection, and not the statement, is the trouble; they carry no code. */
const LOST =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout e|Cannot use a pool)/;

/** Whatever `pg` threw, as one of the closed list. */
export function toDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  if (error instanceof ServerError) return fromServer(error);
  const { message, code } = error as NodeJS.ErrnoException;
  const lost = LOST.test(message) || (typeof code === 'string' && /^E[A-Z_]+$/.test(code));
  return lost
    ? new DatabaseError('unavailable', `The database cannot be reached: ${message || code}`, { cause: error })
    : new DatabaseError('other', message, { cause: error });
}

/** SQLSTATEs with which the server closes the session. */
const ENDS_SESSION = /^(08|25P|57P)/;

/** Whether the connection that answered with this error is gone, or about to go. */
export function endsSession({ kind, sqlState }: DatabaseError): boolean {
  return sqlState ? ENDS_SESSION.test(sqlState) : kind === 'unavailable';
}

function fromServer(error: ServerError): DatabaseError {
  const { code: sqlState = '', constraint, message } = error;
  const kind = KIND_OF_SQL_STATE[sqlState] ?? KIND_OF_SQL_STATE[sqlState.slice(0, 2)] ?? 'other';
  return new DatabaseError(kind, message, { sqlState, constraint, cause: error });
}
