// Runs on any Node.js >= 18 before anything is installed: makes node_modules what package-lock.json says.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);

const reason = whyToInstall();
if (reason) install(reason);

/** Undefined when everything is in place. npm keeps what it installed in node_modules/.package-lock.json. */
function whyToInstall() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted) return undefined;
  if (!present || !existsSync(new URL('node_modules/.bin/node', root))) return 'Nothing is installed yet';
  const stale = Object.keys(wanted).some((path) => isStale(wanted[path], present[path], path));
  return stale ? 'package-lock.json has changed' : undefined;
}

/** An optional package is left out where it does not fit the machine; a workspace is a link, its folder no package. */
function isStale(wanted, present, path) {
  if (!path.includes('node_modules/')) return false;
  if (!present) return !(wanted.optional || wanted.devOptional);
  return wanted.link ? wanted.resolved !== present.resolved : wanted.version !== present.version;
}

function packagesOf(lockFile) {
  const file = new URL(lockFile, root);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

function install(why) {
  const started = Date.now();
  process.stdout.write(`${why}: installing with "npm ci", which takes a minute or so ...`);
  // npm tells its scripts where it is itself; without it, whichever is in the PATH.
  // biome-ignore lint/style/noProcessEnv: nothing is installed yet that could read it for this script
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-progress'];
  // Ctrl-C reaches npm too, which takes back what it began: it is waited for, so that no second one meets it.
  process.on('SIGINT', () => {});
  const { status, signal, error } = spawnSync(npm ? process.execPath : 'npm', npm ? [npm, ...args] : args, {
    cwd: fileURLToPath(root),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status === 0) {
    process.stdout.write(` done in ${Math.round((Date.now() - started) / 1000)} s.\n`);
    return;
  }
  const how = error?.message ?? (signal ? `it was stopped by ${signal}` : `exit code ${status}`);
  process.stderr.write(`\nThe packages could not be installed (${how}): npm's own message is above.\n`);
  process.exitCode = status || 1;
}
