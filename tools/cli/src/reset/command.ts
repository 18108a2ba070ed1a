import type { Env } from '../command.ts';
import { processTerminal } from '../terminal/process-terminal.ts';
import { runReset } from './run-reset.ts';

/** `mesh reset`: empties the data of the embedded mesh. */
export async function resetCommand(args: string[], env: Env): Promise<number> {
  return await runReset(args, env, processTerminal());
}
