import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Env } from '../../configuration.ts';

const CLI = fileURLToPath(new URL('../../../../tools/cli/src/main.ts', import.meta.url));
const PATIENCE_MS = 30_000;

/** Where the collector is that `mesh native` has built, or a sentence why there is none. */
export type Found = { readonly path: string } | { readonly missing: string };

/**
 * Asks `mesh native`. Without a PATH it finds no compiler: what is built is named, and nothing is built, which would take
 * the lab a quarter of an hour.
 *
 * @param env where the user's cache is
 */
export async function findCollector({ HOME = '', XDG_CACHE_HOME = '' }: Env): Promise<Found> {
  const words = ['-C', '@mesh/source', CLI, 'native', 'otel-collector'];
  const options = { env: { HOME, XDG_CACHE_HOME, PATH: '' }, timeout: PATIENCE_MS };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, words, options);
    const path = stdout.split('\t')[1]?.trim();
    return path ? { path } : { missing: MISSING };
  } catch {
    return { missing: MISSING };
  }
}

const MISSING = 'the collector is not built: `npx mesh native otel-collector` does it, and needs Go';
