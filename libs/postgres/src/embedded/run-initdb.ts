import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { type ServerAccount, spawnOptions } from './server-account.ts';

/**
 * Makes a cluster in an empty folder. It has no password: whoever may open a connection on this machine's loopback
 * address may do everything. For development.
 */
export async function runInitdb(
  initdb: string,
  folder: string,
  account: ServerAccount,
  signal: AbortSignal,
): Promise<void> {
  const args = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  const child = spawn(initdb, args, {
    ...spawnOptions(account),
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
    killSignal: 'SIGKILL',
  });
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (code !== 0) throw new Error(`initdb could not make a cluster in ${folder}: ${errors.trim() || code}`);
}
