import { Client } from 'pg';
import { DatabaseError } from './database-error.ts';
import { type Migration, readMigrations } from './migration-files.ts';
import { CONNECT_TIMEOUT_MS, checkedUrl } from './pool.ts';
import { toDatabaseError } from './to-database-error.ts';

export interface MigrateOptions {
  readonly url: string;
  /** Holds the files `001-<what>.sql`, `002-…`: plain SQL without BEGIN and COMMIT. */
  readonly folder: URL;
  readonly applicationName: string;
}

/** Any number that no one else uses: the lock is only for migrations, one process at a time. */
const LOCK_KEY = 5_743_712_001;
/** How long to wait for another process's migrations, and for the locks of a single step. */
const LOCK_TIMEOUT_MS = 60_000;

const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS schema_migrations (
  name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`;

/**
 * Brings the schema up to date and answers the names of the files that it applied.
 * Each file is a transaction of its own and is recorded in `schema_migrations` with it. Several processes may start at
 * once: one works, the others wait. Refuses a folder in which an applied file was changed, or a new file comes before
 * an applied one. Rejects with `DatabaseError`.
 */
export async function migrate({ url, folder, applicationName }: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client({
    connectionString: checkedUrl(url),
    application_name: applicationName,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
  });
  // The statement under way rejects with the same error; without a listener it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    return await applyPending(client, migrations);
  } catch (error) {
    throw toDatabaseError(error);
  } finally {
    await client.end().catch(() => {});
  }
}

async function applyPending(client: Client, migrations: Migration[]): Promise<string[]> {
  // Ends with the session, also when this process dies.
  await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
  await client.query(CREATE_TABLE);
  const pending = pendingOf(migrations, await readApplied(client));
  for (const migration of pending) await apply(client, migration);
  return pending.map(({ name }) => name);
}

async function readApplied(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM schema_migrations',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function pendingOf(migrations: Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  const changed = migrations.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum);
  if (changed) {
    throw refusal(
      `Migration ${changed.name} was changed after it had been applied: restore it and add a new file.`,
    );
  }
  const pending = migrations.filter(({ name }) => !applied.has(name));
  const late = pending.find(({ name }) => [...applied.keys()].some((other) => name < other));
  if (late)
    throw refusal(`Migration ${late.name} comes before one that was applied: give it a higher number.`);
  return pending;
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query('INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)', [name, checksum]);
    await client.query('COMMIT');
  } catch (cause) {
    const { kind, message, sqlState, constraint } = toDatabaseError(cause);
    throw new DatabaseError(kind, `Migration ${name} failed: ${message}`, { sqlState, constraint, cause });
  }
}

function refusal(message: string): DatabaseError {
  return new DatabaseError('other', message);
}
