import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { processStartTime } from './process-start-time.ts';

/** Which process does a job, as `MESH_HOME/run/<name>.json` says it. */
export interface ProcessRecord {
  readonly name: string;
  readonly pid: number;
  readonly startTime: string;
}

/** The files that tell a later start, and the tests, which processes belong to the mesh. */
export interface ProcessRecords {
  /** Notes a process that runs. */
  write(name: string, pid: number): void;
  remove(name: string): void;
  /** The records whose process still runs; a pid that now belongs to another program does not count. */
  alive(): ProcessRecord[];
}

const content = z.object({ pid: z.int().positive(), startTime: z.string() });

/** Keeps the records in `folder`. Writes at once: a process that is not yet recorded is lost when its host is killed. */
export function openProcessRecords(folder: string): ProcessRecords {
  mkdirSync(folder, { recursive: true });
  const fileOf = (name: string) => join(folder, `${name}.json`);
  return {
    write(name, pid) {
      const startTime = processStartTime(pid);
      if (startTime !== undefined) writeFileSync(fileOf(name), `${JSON.stringify({ pid, startTime })}\n`);
    },
    remove: (name) => rmSync(fileOf(name), { force: true }),
    alive: () =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .flatMap((file) => read(join(folder, file), file.slice(0, -'.json'.length)))
        .filter(isAlive),
  };
}

/** When the process was recorded that runs as `name`, in epoch milliseconds; undefined where none runs. Writes nothing. */
export function recordedAtMs(folder: string, name: string): number | undefined {
  const file = join(folder, `${name}.json`);
  if (!read(file, name).some(isAlive)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

/** Whether the recorded process still runs. */
export function isAlive({ pid, startTime }: Pick<ProcessRecord, 'pid' | 'startTime'>): boolean {
  return processStartTime(pid) === startTime;
}

/** Nothing where the file was cut short by a kill. */
function read(file: string, name: string): ProcessRecord[] {
  try {
    return [{ name, ...content.parse(JSON.parse(readFileSync(file, 'utf8'))) }];
  } catch {
    return [];
  }
}
