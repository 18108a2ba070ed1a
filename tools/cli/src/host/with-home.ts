import type { Env } from '../command.ts';
import { claimHost } from './claim-host.ts';
import { type Home, openHome } from './home.ts';
import { HOST } from './names.ts';
import { openProcessRecords, type ProcessRecords } from './process-records.ts';

/**
 * Gives `work` the home that the environment names, for itself alone, and answers its exit code. Where another process
 * runs the mesh of that home, `complain` hears a sentence and the code is 1.
 */
export async function withHome(
  env: Env,
  complain: (sentence: string) => void,
  work: (home: Home, records: ProcessRecords) => Promise<number>,
): Promise<number> {
  const home = openHome(env);
  const records = openProcessRecords(home.run);
  const other = claimHost(records);
  if (other !== undefined) {
    complain(
      `The mesh is up already, run by process ${other}: end it with Ctrl-C or "kill ${other}". ` +
        'For a second mesh set MESH_HOME and every port to values of its own.',
    );
    return 1;
  }
  try {
    return await work(home, records);
  } finally {
    records.remove(HOST);
  }
}
