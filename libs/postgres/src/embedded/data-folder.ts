import { access, chmod, chown, mkdir, mkdtemp, readdir, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { runInitdb } from './run-initdb.ts';
import { checkReachable, type ServerAccount } from './server-account.ts';

/** Where a new cluster is made, until it is whole. */
const UNFINISHED = 'initdb-';

/**
 * Makes sure that `folder/data` is a whole cluster and answers its real path, so that each caller sees the same name.
 * `initdb` works beside it and the result is renamed: one that was killed half-way leaves nothing that could be
 * mistaken for a cluster.
 */
export async function prepareDataFolder(
  folder: string,
  { initdb }: Binaries,
  account: ServerAccount,
  signal: AbortSignal,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const home = await realpath(folder);
  if (account.uid !== undefined) await chmod(home, 0o711);
  const data = join(home, 'data');
  await checkReachable(data, account);
  await checkReachable(initdb, account);
  if (!(await exists(join(data, 'PG_VERSION'))))
    await createCluster(data, (folder) => runInitdb(initdb, folder, account, signal), account);
  return data;
}

async function createCluster(
  data: string,
  initialise: (folder: string) => Promise<void>,
  account: ServerAccount,
): Promise<void> {
  const home = dirname(data);
  const leftovers = (await readdir(home)).filter((name) => name.startsWith(UNFINISHED));
  const remove = { recursive: true, force: true, maxRetries: 10 };
  await Promise.all(leftovers.map((name) => rm(join(home, name), remove)));
  const unfinished = await mkdtemp(join(home, UNFINISHED));
  if (account.uid !== undefined) await chown(unfinished, account.uid, account.gid);
  await initialise(unfinished);
  await rename(unfinished, data);
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
