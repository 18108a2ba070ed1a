import type { Env } from '../../command.ts';
import { locateHome } from '../../host/home.ts';
import { HOST } from '../../host/names.ts';
import { recordedAtMs } from '../../host/process-records.ts';

/**
 * When the mesh of this `MESH_HOME` was started: `mesh up` writes its record as the first thing. Epoch milliseconds;
 * undefined where none runs, as with `docker compose`.
 */
export function meshStartMs(env: Env): number | undefined {
  return recordedAtMs(locateHome(env).run, HOST);
}
