import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Env } from '../command.ts';
import { repositoryRoot } from '../host/home.ts';
import { signalProcess } from '../host/signal-process.ts';
import type { End, Program, Running } from './program.ts';

/** A Node program of this repository. */
export interface NodeProgramOptions {
  readonly name: string;
  /** What follows `node` on the command line. */
  readonly args: readonly string[];
  readonly env: Env;
  /** What it prints is appended here. */
  readonly logFile: string;
  /** Asked again and again until it says yes. */
  readonly isReady: () => Promise<boolean>;
}

const READY_POLL_MS = 50;

/** A program in a process group of its own: the terminal's Ctrl-C does not reach it, the host stops it in order. */
export function nodeProgram(options: NodeProgramOptions): Program {
  return {
    name: options.name,
    async start() {
      const child = spawnChild(options);
      await once(child, 'spawn');
      return runningOf(child, options);
    },
  };
}

function spawnChild({ args, env, logFile }: NodeProgramOptions): ChildProcess {
  const log = openSync(logFile, 'a');
  try {
    return spawn(process.execPath, args, {
      cwd: repositoryRoot,
      env: { ...env },
      stdio: ['ignore', log, log],
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

function runningOf(child: ChildProcess, { isReady, logFile }: NodeProgramOptions): Running {
  const { pid = 0 } = child;
  const ended = new Promise<End>((resolve) => {
    child.once('exit', (code, signal) =>
      resolve({
        how: signal ?? (code === 0 ? 'code 0' : `code ${code}, see ${logFile}`),
        byItself: signal === null,
      }),
    );
  });
  return {
    pid,
    ended,
    ready: untilReady(child, isReady),
    stop: () => signalProcess(pid, 'SIGTERM'),
    kill: () => signalProcess(pid, 'SIGKILL'),
  };
}

async function untilReady(child: ChildProcess, isReady: () => Promise<boolean>): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    if (await isReady()) return true;
    await delay(READY_POLL_MS);
  }
  return false;
}
