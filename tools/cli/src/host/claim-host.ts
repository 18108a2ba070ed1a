import { HOST } from './names.ts';
import type { ProcessRecords } from './process-records.ts';

/** Makes this process the host of a home. Answers the pid of the one that is, if there is one. */
export function claimHost(records: ProcessRecords): number | undefined {
  const other = records.alive().find(({ name }) => name === HOST);
  if (!other) records.write(HOST, process.pid);
  return other?.pid;
}
