import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Env } from '../command.ts';
import { repositoryRoot } from '../host/home.ts';
import { signalProcess } from '../host/signal-process.ts';
import type { End, Program, Running } from './program.ts';

/** A program that is a process of its own, started at the repository's root. */
export interface ProcessOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** All that it gets of the environment. */
  readonly env: Env;
  /** What it prints is appended here. */
  readonly logFile: string;
  /** Asked again and again until it says yes. */
  readonly isReady: () => Promise<boolean>;
  /** Default: no, whatever needs it waits for it, and a start without it fails. */
  readonly optional?: boolean;
  /** Default: the user who started this process. */
  readonly account?: { readonly uid?: number; readonly gid?: number };
}

const READY_POLL_MS = 50;

/** A program in a process group of its own: the terminal's Ctrl-C does not reach it, the host stops it in order. */
export function processProgram(options: ProcessOptions): Program {
  return {
    name: options.name,
    optional: options.optional ?? false,
    async start() {
      const child = spawnChild(options);
      await once(child, 'spawn');
      return runningOf(child, options);
    },
  };
}

function spawnChild({ command, args, env, logFile, account }: ProcessOptions): ChildProcess {
  const log = openSync(logFile, 'a');
  try {
    return spawn(command, args, {
      ...account,
      cwd: repositoryRoot,
      env: { ...env },
      stdio: ['ignore', log, log],
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

function runningOf(child: ChildProcess, { isReady, logFile }: ProcessOptions): Running {
  const { pid = 0 } = child;
  // With its group: a launcher may leave a child behind that does the work.
  const kill = () => signalProcess(-pid, 'SIGKILL');
  const ended = new Promise<End>((resolve) => {
    child.once('exit', (code, signal) => {
      kill();
      resolve({
        how: signal ?? (code === 0 ? 'code 0' : `code ${code}, see ${logFile}`),
        byItself: signal === null,
      });
    });
  });
  return {
    pid,
    ended,
    ready: untilReady(child, isReady),
    stop: () => signalProcess(pid, 'SIGTERM'),
    kill,
  };
}

async function untilReady(child: ChildProcess, isReady: () => Promise<boolean>): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    if (await isReady()) return true;
    await delay(READY_POLL_MS);
  }
  return false;
}
