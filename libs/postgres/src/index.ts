export { type Database, openDatabase } from './database.ts';
export { DatabaseError, type DatabaseErrorKind } from './database-error.ts';
export { type FoundPostgres, findEmbeddedPostgres } from './embedded/find-embedded-postgres.ts';
export { type ServerAccount, serverAccount } from './embedded/server-account.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded/start-embedded-postgres.ts';
export { mapErrors } from './map-errors.ts';
export { type MigrateOptions, migrate } from './migrate.ts';
export type { PoolOptions } from './pool.ts';
export type { Scope } from './scope.ts';
export type { Sql } from './transaction.ts';
