import type { Env } from '../command.ts';
import { processTerminal } from '../terminal/process-terminal.ts';
import { runSampling } from './run-sampling.ts';

/** `mesh sampling show|set|mark`: which traces are kept, on this process's terminal. */
export async function samplingCommand(args: string[], env: Env): Promise<number> {
  return await runSampling(args, env, processTerminal());
}
