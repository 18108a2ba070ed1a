import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Env } from '../command.ts';

/** A program of the machine that may take minutes. */
export interface ToolRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Env;
  /** All that it prints is appended here. */
  readonly logFile: string;
  /** Hears each line that it prints. */
  readonly onLine?: (line: string) => void;
  /** Ends it. */
  readonly signal: AbortSignal;
}

const LAST_LINES = 12;

/**
 * Runs a program to its end. Rejects, when that is not the code 0, with a sentence that has its last lines and tells
 * where all of them are; when it was aborted, with the reason of the signal.
 */
export async function runTool(run: ToolRun): Promise<void> {
  const { command, args, cwd, env, logFile, signal } = run;
  signal.throwIfAborted();
  const child = spawn(command, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => child.kill();
  signal.addEventListener('abort', end);
  const lines = noteLines(child, run);
  try {
    const how = await howItEnded(child);
    signal.throwIfAborted();
    if (how === undefined) return;
    const shown = lines.map((line) => `  ${line}\n`).join('');
    throw new Error(
      `${[command, ...args].join(' ')} ${how}. Its last lines:\n${shown}All of it is in ${logFile}.`,
    );
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** The last lines, up to now. */
function noteLines(child: ChildProcess, { logFile, onLine }: ToolRun): string[] {
  const log = createWriteStream(logFile, { flags: 'a' });
  const last: string[] = [];
  for (const input of [child.stdout, child.stderr]) {
    if (!input) continue;
    createInterface({ input }).on('line', (line) => {
      log.write(`${line}\n`);
      last.push(line);
      if (last.length > LAST_LINES) last.shift();
      onLine?.(line);
    });
  }
  child.once('close', () => log.end());
  return last;
}

/** Undefined where it ended with code 0. */
function howItEnded(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`cannot be run (${error.message})`));
    child.once('close', (code, signal) => {
      resolve(code === 0 ? undefined : signal ? `was ended by ${signal}` : `ended with code ${code}`);
    });
  });
}
