import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { STOCK_FOLDER } from './folder.ts';

const WANTED = new URL('package-lock.json', STOCK_FOLDER);
const INSTALLED = new URL('node_modules/.installed-lock.json', STOCK_FOLDER);

/** Installs what the mesh is compared with, unless it is there as the lock file says. */
export function installStock(say: (sentence: string) => void): void {
  if (existsSync(INSTALLED) && read(INSTALLED) === read(WANTED)) return;
  say('Installing the packages of bench/stock with "npm ci" ...');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const cwd = fileURLToPath(STOCK_FOLDER);
  const { status, error } = spawnSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0)
    throw new Error(`"npm ci" in bench/stock failed (${error?.message ?? `exit code ${status}`}).`);
  copyFileSync(WANTED, INSTALLED);
}

function read(file: URL): string {
  return readFileSync(file, 'utf8');
}
