import { existsSync } from 'node:fs';
import { chown, cp, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ServerAccount } from '@mesh/postgres';

/** A copy of `program` below `folder`, kept from one start to the next; the folder becomes the account's. */
export async function copyForServer(
  program: string,
  folder: string,
  account: ServerAccount,
): Promise<string> {
  const copy = join(folder, basename(program));
  if (!existsSync(copy)) {
    const draft = `${copy}.draft`;
    await rm(draft, { recursive: true, force: true });
    await cp(program, draft, { recursive: true });
    await rename(draft, copy);
  }
  const { uid, gid } = account;
  if (uid === undefined || gid === undefined) return copy;
  await chown(folder, uid, gid);
  for (const path of await readdir(copy, { recursive: true })) await chown(join(copy, path), uid, gid);
  await chown(copy, uid, gid);
  return copy;
}
