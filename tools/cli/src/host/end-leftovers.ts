import { isAlive, type ProcessRecord, type ProcessRecords } from './process-records.ts';
import { signalProcess } from './signal-process.ts';
import { waitUntil } from './wait-until.ts';

const PATIENCE_MS = 4_000;

/**
 * Ends what a killed host left and answers the names of what it found running. Everything gets SIGTERM at once and,
 * after four seconds, SIGKILL; what is left of its process group then, too: a launcher may leave a child behind that does
 * the work. What `isKept` names stays.
 */
export async function endLeftovers(
  records: ProcessRecords,
  isKept: (name: string) => boolean,
): Promise<string[]> {
  const leftovers = records.alive().filter(({ name }) => !isKept(name));
  await Promise.all(leftovers.map(end));
  for (const { name } of leftovers) records.remove(name);
  return leftovers.map(({ name }) => name);
}

async function end(record: ProcessRecord): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    signalProcess(record.pid, signal);
    if (await waitUntil(() => !isAlive(record), PATIENCE_MS)) break;
  }
  signalProcess(-record.pid, 'SIGKILL');
}
