import { Pool } from 'pg';
import { DatabaseError } from './database-error.ts';
import { SESSION_TIMEOUTS } from './timeouts.ts';
import { toDatabaseError } from './to-database-error.ts';

/** How to reach a database. */
export interface PoolOptions {
  /** `postgres://user:password@host:port/database`, with libpq's parameters such as `?sslmode=require`. */
  readonly url: string;
  /** The most connections that are open at once; further statements wait. */
  readonly maxConnections: number;
  /** Shown in the server's `pg_stat_activity`. */
  readonly applicationName: string;
  /** Hears of connections that break while nobody uses them; statements reject by themselves. */
  readonly onError: (error: DatabaseError) => void;
}

/** The longest wait for a connection to be made or to become free, however far away the deadline is. */
export const CONNECT_TIMEOUT_MS = 5_000;
/** Long enough to outlive the pause between two runs of a sweeper. */
const IDLE_TIMEOUT_MS = 30_000;

/** A pool that survives the loss of its server: without the listeners a closed idle connection ends the process. */
export function openPool({ url, maxConnections, applicationName, onError }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: checkedUrl(url),
    max: maxConnections,
    application_name: applicationName,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    keepAlive: true,
    // Or the sockets of a server that hangs would keep a process that has closed the pool from ending.
    allowExitOnIdle: true,
    ...SESSION_TIMEOUTS,
  });
  pool.on('error', (error) => {
    // `pg` attaches the client, which would be logged whole.
    Reflect.deleteProperty(error, 'client');
    onError(toDatabaseError(error));
  });
  // A connection in use has no listener of the pool; its statement rejects with the same error.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** The URL itself, or an error that does not repeat it, because it may hold a password. */
export function checkedUrl(url: string): string {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol === 'postgres:' || protocol === 'postgresql:') return url;
  throw new DatabaseError('other', 'The database URL must look like postgres://user@host:port/database.');
}
