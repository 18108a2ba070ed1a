import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What this reads of V8's format (https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile). */
export interface Profile {
  readonly nodes: readonly ProfileNode[];
  /** The node that ran, by its id, for each sample. */
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

export interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
}

/** The profiles of the three services of a configuration. */
export function readProfiles(folder: string, configuration: string): Profile[] {
  return globSync(`${configuration}.*.cpuprofile`, { cwd: folder }).map((file) =>
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  );
}
