import { isAlive, signal, waitUntil } from './process.ts';

const QUIT_PATIENCE_MS = 500;

/**
 * Ends a server: fast shutdown (SIGINT: clients are disconnected, a checkpoint is written); immediate shutdown
 * (SIGQUIT: recovery at the next start) when that takes longer than `patienceMs`; then SIGKILL.
 * Source: PostgreSQL, "Shutting Down the Server".
 */
export async function stopPostmaster(pid: number, patienceMs: number): Promise<void> {
  for (const [name, patience] of [
    ['SIGINT', patienceMs],
    ['SIGQUIT', QUIT_PATIENCE_MS],
    ['SIGKILL', QUIT_PATIENCE_MS],
  ] as const) {
    signal(pid, name);
    if (await waitUntil(() => !isAlive(pid), patience)) return;
  }
}
