import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GO_FLAGS, GO_SETTINGS } from './go-build.ts';
import type { GoProgram } from './native-unit.ts';

const KEY_LENGTH = 16;

/**
 * The name in the cache of what a Go module builds: the module's own, and a hash of all that decides what comes out.
 * go.sum pins every source; the version of Go is left out, as any that can build it is good enough.
 */
export function moduleKey(name: string, folder: string, programs: readonly GoProgram[]): string {
  const recipe = JSON.stringify([process.platform, process.arch, GO_SETTINGS, GO_FLAGS, programs]);
  const hash = createHash('sha256').update(recipe);
  for (const file of readdirSync(folder).sort()) {
    if (/\.(go|mod|sum)$/.test(file)) hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
  }
  return `${name}-${hash.digest('hex').slice(0, KEY_LENGTH)}`;
}
