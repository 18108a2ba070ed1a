import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, readCommandLine } from './process.ts';

/** A running server, as its `postmaster.pid` describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** It accepts connections; false while it starts, recovers or stops. */
  readonly ready: boolean;
}

/**
 * The live server of a data folder, if there is one. Source of the format: PostgreSQL, `miscadmin.h`, LOCK_FILE_LINE_*.
 * A file left by a dead server stays: Postgres itself looks whether the old server's children still use the data.
 * But a file whose pid now belongs to another program is removed, because Postgres would refuse to start.
 */
export async function findPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  const file = join(dataFolder, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isAlive(pid)) return undefined;
  const command = await readCommandLine(pid);
  if (command.includes('postgres') && command.includes(dataFolder)) {
    return { pid, port: Number(lines[3]), ready: lines[7] === 'ready' };
  }
  if (isAlive(pid)) await rm(file, { force: true });
  return undefined;
}
