import { rm } from 'node:fs/promises';
import { findEmbeddedPostgres } from '@mesh/postgres';
import type { Env } from '../command.ts';
import { clearLogs } from '../host/clear-logs.ts';
import { endLeftovers } from '../host/end-leftovers.ts';
import { HOST, POSTGRES } from '../host/names.ts';
import { refuseArguments } from '../host/refuse-arguments.ts';
import { withHome } from '../host/with-home.ts';
import type { Terminal } from '../terminal/terminal.ts';

const STOP_PATIENCE_MS = 3_000;

/**
 * Ends what a killed host left and removes the data of the embedded server and of the native back ends, and what was said
 * about sampling: the next start is like the first.
 */
export async function runReset(args: string[], env: Env, terminal: Terminal): Promise<number> {
  const problem = refuseArguments('reset', args);
  if (problem !== undefined) {
    terminal.complain(problem);
    return 2;
  }
  return await withHome(env, terminal.complain, async (home, records) => {
    const server = await findEmbeddedPostgres(home.postgres);
    await endLeftovers(records, (name) => name === HOST || name === POSTGRES);
    await server?.stop(STOP_PATIENCE_MS);
    await rm(home.postgres, { recursive: true, force: true });
    await rm(home.native, { recursive: true, force: true });
    await rm(home.sampling, { force: true });
    clearLogs(home.logs);
    const gone = [home.postgres, home.native, home.sampling].join(', ');
    terminal.print(`Removed ${gone}: the next start begins with the seed and keeps every trace.\n`);
    return 0;
  });
}
