import type { Env } from '../command.ts';
import { claimHost } from './claim-host.ts';
import { type Home, openHome } from './home.ts';
import { HOST } from './names.ts';
import { openProcessRecords, type ProcessRecords } from './process-records.ts';

/**
 * Gives `work` the home that the environment names, for itself alone, and answers its exit code. Where another process
 * runs the mesh of that home, or its folder cannot be written, `complain` hears a sentence and the code is 1.
 */
export async function withHome(
  env: Env,
  complain: (sentence: string) => void,
  work: (home: Home, records: ProcessRecords) => Promise<number>,
): Promise<number> {
  const claimed = claimHome(env);
  if ('problem' in claimed) {
    complain(claimed.problem);
    return 1;
  }
  const { home, records } = claimed;
  try {
    return await work(home, records);
  } finally {
    records.remove(HOST);
  }
}

type Claimed = { readonly home: Home; readonly records: ProcessRecords } | { readonly problem: string };

function claimHome(env: Env): Claimed {
  try {
    const home = openHome(env);
    const records = openProcessRecords(home.run);
    const other = claimHost(records);
    return other === undefined ? { home, records } : { problem: upAlready(other) };
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return {
      problem: `Cannot write ${path} (${code}): set MESH_HOME to a folder that this user may write to.`,
    };
  }
}

function upAlready(pid: number): string {
  return (
    `The mesh is up already, run by process ${pid}: end it with Ctrl-C or "kill ${pid}". ` +
    'For a second mesh set MESH_HOME and every port to values of its own.'
  );
}
