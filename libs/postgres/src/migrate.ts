import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { applyPending } from './apply-pending.ts';
import { DatabaseError } from './database-error.ts';
import { type Migration, readMigrations } from './migration-files.ts';
import { CONNECT_TIMEOUT_MS, checkedUrl } from './pool.ts';
import { toDatabaseError } from './to-database-error.ts';

export interface MigrateOptions {
  readonly url: string;
  /** Holds the files `001-<what>.sql`, `002-…`: plain SQL without BEGIN and COMMIT. */
  readonly folder: URL;
  readonly applicationName: string;
  /** How long to wait for a server that is away or starting. Default 10 s: one that was killed recovers in less. */
  readonly waitMs?: number;
}

/** How long to wait for another process's migrations, and for the locks of a single step. */
const LOCK_TIMEOUT_MS = 60_000;
const WAIT_MS = 10_000;
const RETRY_MS = 200;

/**
 * Brings the schema up to date and answers the names of the files that it applied.
 * Each file is a transaction of its own and is recorded in `schema_migrations` with it. Several processes may start at
 * once: one works, the others wait. Refuses a folder in which an applied file was changed, or a new file comes before
 * an applied one. Rejects with `DatabaseError`.
 */
export async function migrate({
  url,
  folder,
  applicationName,
  waitMs = WAIT_MS,
}: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const config: ClientConfig = {
    connectionString: checkedUrl(url),
    application_name: applicationName,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
  };
  const until = Date.now() + waitMs;
  for (;;) {
    try {
      return await migrateOnce(config, migrations);
    } catch (error) {
      if (!(error instanceof DatabaseError && error.kind === 'unavailable') || Date.now() > until)
        throw error;
      await delay(RETRY_MS);
    }
  }
}

async function migrateOnce(config: ClientConfig, migrations: Migration[]): Promise<string[]> {
  const client = new Client(config);
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
