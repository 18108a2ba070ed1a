import { findBinaries } from './binaries.ts';
import { createDatabases } from './create-databases.ts';
import { prepareDataFolder } from './data-folder.ts';
import { launch } from './launch.ts';
import { findPostmaster } from './postmaster.ts';
import { untilEnded, waitUntil } from './process.ts';
import { serverAccount } from './server-account.ts';
import { stopPostmaster } from './stop-postmaster.ts';

/** Where an embedded server keeps its data and how it is reached. */
export interface EmbeddedPostgresOptions {
  /** Made when missing; holds the cluster in `data`. Every parent must be open to `nobody` when started by root. */
  readonly folder: string;
  /** On 127.0.0.1. */
  readonly port: number;
  /** Created when missing. */
  readonly databases: readonly string[];
  /** The server's own log is appended here; its folder must exist. */
  readonly logFile: string;
  /** Ends a start that is under way; whatever was started for it is stopped before the rejection. */
  readonly signal?: AbortSignal;
}

/** A running server. It outlives this process, unless it is stopped. */
export interface EmbeddedPostgres {
  readonly pid: number;
  /** True when it was running already, left by a process that was killed. */
  readonly adopted: boolean;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  url(database: string): string;
  /** Disconnects every client and shuts down; after `patienceMs` (default 3000) without a last checkpoint. */
  stop(patienceMs?: number): Promise<void>;
}

const RECOVERY_TIMEOUT_MS = 60_000;
const STOP_PATIENCE_MS = 3_000;

/**
 * Starts a real Postgres 18 from the binaries that npm installed, for development and tests: it listens on the
 * loopback address only and asks for no password. Adopts the server of the same folder if one runs on the same port.
 * Rejects with a sentence that tells what is in the way.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { folder, port, databases, logFile, signal = new AbortController().signal } = options;
  const account = serverAccount();
  const binaries = await findBinaries();
  const dataFolder = await prepareDataFolder(folder, binaries, account, signal);
  const running = await findRunning(dataFolder, port, signal);
  const pid =
    running ?? (await launch({ postgres: binaries.postgres, dataFolder, port, logFile, account, signal }));
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  const server: EmbeddedPostgres = {
    pid,
    adopted: running !== undefined,
    ended: untilEnded(pid),
    url,
    stop: (patienceMs = STOP_PATIENCE_MS) => stopPostmaster(pid, patienceMs),
  };
  try {
    await createDatabases(url('postgres'), databases);
    return server;
  } catch (error) {
    await server.stop();
    // One that was adopted may have been dying already.
    if (server.adopted && !signal.aborted) return startEmbeddedPostgres(options);
    throw error;
  }
}

/** The pid of the folder's server, once it is ready; one on another port, or one that does not get ready, is stopped. */
async function findRunning(
  dataFolder: string,
  port: number,
  signal: AbortSignal,
): Promise<number | undefined> {
  const found = await findPostmaster(dataFolder);
  if (!found) return undefined;
  const settled = async () => signal.aborted || ((await findPostmaster(dataFolder))?.ready ?? true);
  if (found.port === port) await waitUntil(settled, RECOVERY_TIMEOUT_MS);
  const now = await findPostmaster(dataFolder);
  if (now?.port === port && now.ready) return now.pid;
  await stopPostmaster(found.pid, STOP_PATIENCE_MS);
  return undefined;
}
