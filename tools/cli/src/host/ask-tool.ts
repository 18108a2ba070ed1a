import { execFile } from 'node:child_process';
import type { Env } from '../command.ts';

/** What a program of the machine answered to a short question. */
export interface ToolAnswer {
  /** Undefined where no program of that name is on the PATH, or it did not end in time. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** More than any of the questions takes, also on a machine that is busy. */
const TIMEOUT_MS = 30_000;

/** Runs a program that ends soon and answers what it printed. */
export function askTool(
  command: string,
  args: readonly string[],
  env: Env,
  cwd: string,
): Promise<ToolAnswer> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd, env: { ...env }, timeout: TIMEOUT_MS }, (error, stdout, stderr) => {
      const code = error ? error.code : 0;
      resolve({ code: typeof code === 'number' ? code : undefined, stdout, stderr });
    });
  });
}
