import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openProcessRecords, type ProcessRecord } from '../../host/process-records.ts';
import { signalProcess } from '../../host/signal-process.ts';
import { waitUntil } from '../../host/wait-until.ts';
import type { FixtureProgram } from './fixture-host.ts';

const PATIENCE_MS = 20_000;
const fixtureHost = fileURLToPath(new URL('fixture-host.ts', import.meta.url));

/** A home that goes with its test, and the processes that were started in it. */
export function fixtureHome(t: TestContext): string {
  const home = mkdtempSync(join(tmpdir(), 'mesh-host-'));
  t.after(() => {
    for (const { pid } of alive(home)) signalProcess(pid, 'SIGKILL');
    rmSync(home, { recursive: true, force: true });
  });
  return home;
}

/** The recorded processes that run. */
export function alive(home: string): ProcessRecord[] {
  return openProcessRecords(join(home, 'run')).alive();
}

export function pidOf(home: string, name: string): number | undefined {
  return alive(home).find((record) => record.name === name)?.pid;
}

/** A host that is under way. */
export interface FixtureHost {
  readonly pid: number;
  output(): string;
  /** Waits until its output holds `text`. */
  says(text: string | RegExp): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Goes away as a reader: what it prints from now on fails. */
  stopReading(): void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Starts a host in a process group of its own, as a terminal does. */
export function runFixtureHost(t: TestContext, home: string, groups: FixtureProgram[][]): FixtureHost {
  const child = spawn(process.execPath, ['-C', '@mesh/source', fixtureHost, JSON.stringify([groups])], {
    // biome-ignore lint/style/noProcessEnv: what a shell would hand on
    env: { ...process.env, MESH_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  t.after(() => child.kill('SIGKILL'));
  return hostOf(child);
}

function hostOf(child: ChildProcess): FixtureHost {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const says = (text: string | RegExp) =>
    typeof text === 'string' ? output.includes(text) : text.test(output);
  return {
    pid: child.pid ?? 0,
    output: () => output,
    says: (text) =>
      eventually(
        () => says(text),
        () => `it says ${text}; it said:\n${output}`,
      ),
    signal: (name) => child.kill(name),
    stopReading: () => child.stdout?.destroy(),
    ended: once(child, 'exit').then(([code, signal]) => code ?? signal),
  };
}

/** Fails when `done` does not become true within 20 s. */
export async function eventually(done: () => boolean, what: () => string): Promise<void> {
  assert.ok(await waitUntil(done, PATIENCE_MS), `it never came true that ${what()}`);
}
