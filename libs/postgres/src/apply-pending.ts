import type { Client } from 'pg';
import { DatabaseError } from './database-error.ts';
import type { Migration } from './migration-files.ts';
import { toDatabaseError } from './to-database-error.ts';

/** Any number that no one else uses: the lock is only for migrations, one process at a time. */
const LOCK_KEY = 5_743_712_001;
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS schema_migrations (
  name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`;

/**
 * Applies what the database does not have yet, each file in a transaction with its record in `schema_migrations`, and
 * answers the names. Waits while another session does the same.
 */
export async function applyPending(client: Client, migrations: Migration[]): Promise<string[]> {
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
