import type { Env } from '../command.ts';
import { processTerminal } from '../terminal/process-terminal.ts';
import { runVerify } from './run-verify.ts';

/** `mesh verify`: proves that orders and stock agree, on this process's terminal. */
export async function verifyCommand(args: string[], env: Env): Promise<number> {
  return await runVerify(args, env, processTerminal());
}
