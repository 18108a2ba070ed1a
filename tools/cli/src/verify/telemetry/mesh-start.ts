import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Env } from '../../command.ts';
import { repositoryRoot } from '../../host/home.ts';
import { HOST } from '../../host/names.ts';

/**
 * When the mesh of this `MESH_HOME` was started: `mesh up` writes its record as the first thing and removes it at the
 * end. Epoch milliseconds; undefined where none runs, as with `docker compose`.
 */
export function meshStartMs(env: Env): number | undefined {
  const home = resolve(env['MESH_HOME'] || join(repositoryRoot, '.mesh'));
  return statSync(join(home, 'run', `${HOST}.json`), { throwIfNoEntry: false })?.mtimeMs;
}
