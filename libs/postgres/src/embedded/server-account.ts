import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The user and group a server process runs as; empty for the user who started this process. */
export type ServerAccount = { readonly uid: number; readonly gid: number } | Record<string, never>;

/** `nobody` on Linux: initdb needs a user that has a name. */
const NOBODY = 65_534;
const GROUP_MAY_ENTER = 0o010;
const OTHERS_MAY_ENTER = 0o001;

/** Postgres, as other servers, refuses to run as root; started by root it runs as `nobody`, for which no user has to be created. */
export function serverAccount(): ServerAccount {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/** How the programs are spawned: with nothing of the caller's environment, out of the terminal's process group. */
export function spawnOptions(account: ServerAccount) {
  return { ...account, cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }, detached: true };
}

/** Throws, naming the folder, when the account cannot get to `path` because a folder on the way is closed to it. */
export async function checkReachable(path: string, { uid, gid }: ServerAccount): Promise<void> {
  if (uid === undefined) return;
  const parent = dirname(path);
  if (parent !== path) await checkReachable(parent, { uid, gid });
  const { mode, uid: owner, gid: group } = await stat(parent);
  if (owner === uid) return;
  if (mode & (group === gid ? GROUP_MAY_ENTER : OTHERS_MAY_ENTER)) return;
  throw new Error(
    `Postgres does not run as root and uid ${uid}, as which it is started instead, may not enter ${parent}: ` +
      `run "chmod o+x ${parent}", use another folder, or start as an ordinary user.`,
  );
}
