import { execFile } from 'node:child_process';
import type { Env } from '../command.ts';

/** What a program of the machine answered to a short question. */
export interface ToolAnswer {
  /** Undefined where no program of that name is on the PATH. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a program is asked. */
export interface Asking {
  readonly env: Env;
  readonly cwd: string;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Default: more than any of the questions takes, also on a machine that is busy. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 30_000;

/**
 * Runs a program that ends soon and answers what it printed. Rejects with a sentence where it does not end in time; when
 * it was aborted, with the reason of the signal.
 */
export function askTool(
  command: string,
  args: readonly string[],
  { env, cwd, signal, timeoutMs = TIMEOUT_MS }: Asking,
): Promise<ToolAnswer> {
  const options = { cwd, env: { ...env }, signal, timeout: timeoutMs, killSignal: 'SIGKILL' } as const;
  return new Promise((resolve, reject) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      if (signal.aborted) return reject(signal.reason);
      // Of what is killed for other reasons, such as too much output, the code is a word.
      if (error?.killed && typeof error.code !== 'string') return reject(tooLate(command, args, timeoutMs));
      const code = error ? error.code : 0;
      resolve({ code: typeof code === 'number' ? code : undefined, stdout, stderr });
    });
  });
}

function tooLate(command: string, args: readonly string[], ms: number): Error {
  const words = [command, ...args].join(' ');
  return new Error(`"${words}" did not answer within ${ms / 1_000} s: run it by hand to see why.`);
}
