import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Env } from '../command.ts';

const DRAFT = '.draft-';
/** Longer than any build takes: what is older was left by one that was killed. */
const OLD_MS = 24 * 3600 * 1000;

/** The user's folder for what was built, shared by all clones: `XDG_CACHE_HOME`, or `~/.cache`. Made when missing. */
export async function openNativeCache(env: Env): Promise<string> {
  const folder = join(env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache'), 'mesh', 'native');
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const draft = join(folder, name);
    if (name.startsWith(DRAFT) && (await ageOf(draft)) > OLD_MS)
      await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

/**
 * The folder of `key`, which `make` fills when it is not there. It appears whole or not at all: where two clones make
 * it at once, both of theirs are good and the first one stays.
 */
export async function fromCache(
  cache: string,
  key: string,
  make: (draft: string) => Promise<void>,
): Promise<string> {
  const folder = join(cache, key);
  if (existsSync(folder)) return folder;
  const draft = await mkdtemp(join(cache, `${DRAFT}${key}-`));
  try {
    await make(draft);
    await rename(draft, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Zero for what another clone has just renamed. */
async function ageOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found ? Date.now() - found.mtimeMs : 0;
}
