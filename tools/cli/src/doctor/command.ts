import type { Env } from '../command.ts';
import { processTerminal } from '../terminal/process-terminal.ts';
import { runDoctor } from './run-doctor.ts';

/** `mesh doctor [-- <command>]`: says what keeps telemetry from being made or from arriving, on this process's terminal. */
export async function doctorCommand(args: string[], env: Env): Promise<number> {
  return await runDoctor(args, env, processTerminal());
}
