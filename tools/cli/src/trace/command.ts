import type { Env } from '../command.ts';
import { processTerminal } from '../terminal/process-terminal.ts';
import { runTrace } from './run-trace.ts';

/** `mesh trace <trace id | order id | last>`: one request's whole path on this process's terminal. */
export async function traceCommand(args: string[], env: Env): Promise<number> {
  return await runTrace(args, env, processTerminal());
}
