import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { findPostmaster } from './postmaster.ts';
import { waitUntil } from './process.ts';
import { type ServerAccount, spawnOptions } from './server-account.ts';
import { stopPostmaster } from './stop-postmaster.ts';

/** What a server is started with. */
export interface Launch {
  readonly postgres: string;
  readonly dataFolder: string;
  readonly port: number;
  readonly logFile: string;
  readonly account: ServerAccount;
  readonly signal: AbortSignal;
}

/** Generous, because a recovery after a crash replays the log first. */
const START_TIMEOUT_MS = 60_000;
/** How long the children of a killed server may take to notice that it is gone. */
const PREDECESSOR_TIMEOUT_MS = 10_000;
const PREDECESSOR_REMAINS = 'pre-existing shared memory block';
const RETRY_MS = 100;
const LOG_TAIL_LINES = 5;

/** Starts a server in a process group of its own, its output going to the log file, and answers its pid when ready. */
export async function launch(options: Launch): Promise<number> {
  const until = Date.now() + PREDECESSOR_TIMEOUT_MS;
  for (;;) {
    const started = await tryLaunch(options);
    if ('pid' in started) return started.pid;
    if (!started.log.includes(PREDECESSOR_REMAINS) || Date.now() > until)
      throw notStarted(options, started.log);
    await delay(RETRY_MS);
  }
}

function notStarted({ port, logFile }: Launch, log: string): Error {
  return new Error(`Postgres did not start on port ${port}; the end of ${logFile}:\n${log}`);
}

async function tryLaunch(options: Launch): Promise<{ pid: number } | { log: string }> {
  const child = await spawnServer(options);
  const { pid = 0 } = child;
  const over = () => child.exitCode !== null || child.signalCode !== null || options.signal.aborted;
  const ready = async () => {
    const found = await findPostmaster(options.dataFolder);
    return found?.pid === pid && found.ready;
  };
  await waitUntil(async () => over() || (await ready()), START_TIMEOUT_MS);
  child.unref();
  if (!options.signal.aborted && (await ready())) return { pid };
  await stopPostmaster(pid, 0);
  options.signal.throwIfAborted();
  return { log: await tailOf(options.logFile) };
}

async function spawnServer({ postgres, dataFolder, port, logFile, account }: Launch): Promise<ChildProcess> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  const args = ['-D', dataFolder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  await using log = await open(logFile, 'a');
  const child = spawn(postgres, args, { ...spawnOptions(account), stdio: ['ignore', log.fd, log.fd] });
  await once(child, 'spawn');
  return child;
}

async function tailOf(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n');
  return lines.slice(-LOG_TAIL_LINES).join('\n');
}
