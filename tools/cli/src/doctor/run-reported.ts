import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Env } from '../command.ts';
import { signalProcess } from '../host/signal-process.ts';
import { passSignals } from './pass-signals.ts';
import { type Report, readReport } from './read-report.ts';

/** What became of a program that was looked at. */
export interface Run {
  readonly report: Report;
  readonly stdout: string;
  readonly stderr: string;
  /** It could not be started, in Node's words. */
  readonly failure: string | undefined;
  /** Undefined: it had to be ended. */
  readonly code: number | undefined;
}

export interface Program {
  readonly command: readonly string[];
  readonly env: Env;
  /** How long it may run. */
  readonly waitMs: number;
  /** It ends by itself, when it has done its work. */
  readonly hasEnd?: true;
}

const PAUSE_MS = 50;
const GRACE_MS = 5_000;

/** Runs a program until its preload has looked at it, until it ends by itself, or until the time is over. */
export async function runReported({ command, env, waitMs, hasEnd }: Program): Promise<Run> {
  const [file = '', ...args] = command;
  const folder = mkdtempSync(join(tmpdir(), 'mesh-doctor-'));
  const reportFile = join(folder, 'report');
  // A group of its own, so that what the program has started ends with it.
  const child = spawn(file, args, {
    env: { ...env, MESH_DOCTOR_REPORT: reportFile },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const clear = () => rmSync(folder, { recursive: true, force: true });
  const stopPassing = child.pid === undefined ? undefined : passSignals(child.pid, clear);
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
  let failure: string | undefined;
  let isOver = false;
  const ended = once(child, 'close')
    .then(([code]) => code as number | null)
    .catch((error: Error) => {
      failure = error.message;
      return null;
    })
    .finally(() => {
      isOver = true;
    });
  const giveUpAt = Date.now() + waitMs;
  const isEnough = () => isOver || Date.now() >= giveUpAt || (!hasEnd && readReport(reportFile).hasLooked);
  while (!isEnough()) await pause(PAUSE_MS);
  const wasEnded = !isOver;
  if (wasEnded) await end(child.pid, ended);
  const code = (await ended) ?? undefined;
  const report = readReport(reportFile);
  stopPassing?.();
  clear();
  return { report, stdout: stdout(), stderr: stderr(), failure, code: wasEnded ? undefined : code };
}

/** In the way in which an orchestrator ends it; what does not go is killed. */
async function end(group: number | undefined, ended: Promise<unknown>): Promise<void> {
  if (group === undefined) return;
  signalProcess(-group, 'SIGTERM');
  const inTime = await Promise.race([ended.then(() => true), pause(GRACE_MS, false, { ref: false })]);
  if (!inTime) signalProcess(-group, 'SIGKILL');
}

function textOf(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-64 * 1024);
  });
  return () => text;
}
