import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { findPostmaster } from './postmaster.ts';
import { stopPostmaster } from './stop-postmaster.ts';

/** A server that runs, whoever started it. */
export interface FoundPostgres {
  readonly pid: number;
  readonly port: number;
  /** Like `EmbeddedPostgres.stop`. */
  stop(patienceMs: number): Promise<void>;
}

/** The running server of `EmbeddedPostgresOptions.folder`, if there is one: what a killed process left. */
export async function findEmbeddedPostgres(folder: string): Promise<FoundPostgres | undefined> {
  const home = await realpath(folder).catch(() => undefined);
  const found = home === undefined ? undefined : await findPostmaster(join(home, 'data'));
  if (!found) return undefined;
  const { pid, port } = found;
  return { pid, port, stop: (patienceMs) => stopPostmaster(pid, patienceMs) };
}
