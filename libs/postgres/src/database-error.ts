/**
 * All a caller may tell apart:
 * - `unavailable`: the server is away, full or restarting, or chose this transaction as the victim of a conflict
 *   (deadlock, serialization). Trying again may help. When it comes from a commit, the outcome is unknown.
 * - `deadline`: the time was over or the caller cancelled; the server no longer works on the statement.
 * - `constraint`: the data breaks a rule of the schema; `constraint` has its name. Trying again does not help.
 * - `other`: a mistake in the statement or its use.
 */
export type DatabaseErrorKind = 'unavailable' | 'deadline' | 'constraint' | 'other';

/** What every function of this library rejects with. Its message never holds a connection string or a password. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly kind: DatabaseErrorKind;
  /** The server's SQLSTATE (five characters), where the server answered. */
  readonly sqlState: string | undefined;
  /** The constraint that was broken, where the server named one. */
  readonly constraint: string | undefined;

  constructor(
    kind: DatabaseErrorKind,
    message: string,
    options: { sqlState?: string | undefined; constraint?: string | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.sqlState = options.sqlState;
    this.constraint = options.constraint;
  }
}
