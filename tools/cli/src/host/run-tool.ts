import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Env } from '../command.ts';
import { signalProcess } from './signal-process.ts';

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
  /** Asks it to end. */
  readonly signal: AbortSignal;
  /** Ends it at once. Default: nothing does. */
  readonly force?: AbortSignal;
}

const LAST_LINES = 12;

/**
 * Runs a program to its end. Rejects, when that is not the code 0, with a sentence that has its last lines and tells
 * where all of them are; when it was aborted, with the reason of the signal. It is ended where its lines cannot be kept.
 */
export async function runTool(run: ToolRun): Promise<void> {
  const { command, args, cwd, env, logFile, signal, force } = run;
  signal.throwIfAborted();
  force?.throwIfAborted();
  const child = spawn(command, args, {
    cwd,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  // With its group: what it has started itself is not to outlive it.
  const send = (name: NodeJS.Signals) => child.pid !== undefined && signalProcess(-child.pid, name);
  const end = () => send('SIGTERM');
  const kill = () => send('SIGKILL');
  signal.addEventListener('abort', end);
  force?.addEventListener('abort', kill);
  const output = noteOutput(child, run, end);
  try {
    const how = await howItEnded(child);
    await output.closed;
    signal.throwIfAborted();
    if (output.problem !== undefined) throw new Error(output.problem);
    if (how === undefined) return;
    const shown = output.lines.map((line) => `  ${line}\n`).join('');
    throw new Error(
      `${[command, ...args].join(' ')} ${how}. Its last lines:\n${shown}All of it is in ${logFile}.`,
    );
  } finally {
    signal.removeEventListener('abort', end);
    force?.removeEventListener('abort', kill);
  }
}

interface Output {
  /** The last ones, up to now. */
  readonly lines: string[];
  /** Resolves when the file is closed: nothing appears in its folder after that. */
  readonly closed: Promise<void>;
  /** A sentence when they cannot be kept. */
  problem?: string;
}

function noteOutput(child: ChildProcess, { logFile, onLine }: ToolRun, end: () => void): Output {
  const log = createWriteStream(logFile, { flags: 'a' });
  const output: Output = { lines: [], closed: new Promise((resolve) => log.once('close', resolve)) };
  log.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    output.problem = `Cannot write ${logFile} (${code ?? message}).`;
    end();
  });
  for (const input of [child.stdout, child.stderr]) {
    if (!input) continue;
    createInterface({ input }).on('line', (line) => {
      log.write(`${line}\n`);
      output.lines.push(line);
      if (output.lines.length > LAST_LINES) output.lines.shift();
      onLine?.(line);
    });
  }
  child.once('close', () => log.end()).once('error', () => log.end());
  return output;
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
