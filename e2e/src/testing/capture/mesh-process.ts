import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { repository } from '../repository.ts';
import { until } from '../until.ts';

export interface MeshProcess {
  readonly name: string;
  readonly pid: number;
  readonly port: number;
  /** When its port is open. */
  readonly ready: Promise<unknown>;
  end(signal: NodeJS.Signals): Promise<void>;
}

export interface ProcessOptions {
  readonly name: string;
  /** `apps/order/src/main.ts` */
  readonly main: string;
  /** The preloads, in their order. */
  readonly preloads: readonly string[];
  /** The one that it answers at when it is up. */
  readonly port: number;
  readonly variables: Readonly<Record<string, string>>;
  /** What it prints, and its ledger, go to a file each in here. */
  readonly home: string;
}

/** As for a whole mesh: many start at the same time. */
const START_MS = 60_000;

/** Starts one process of the mesh from its source. */
export function startProcess(options: ProcessOptions): MeshProcess {
  const { name, port } = options;
  const child = spawnChild(options);
  return {
    name,
    port,
    ready: until(`${name} to be up`, () => isOpen(port), START_MS),
    pid: child.pid ?? 0,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}

function spawnChild({ name, main, preloads, home, variables }: ProcessOptions): ChildProcess {
  const out = openSync(join(home, `${name}.log`), 'a');
  // biome-ignore lint/style/noProcessEnv: a child gets what this process has, and more
  const env = { ...process.env, ...variables, CAPTURE_LEDGER: join(home, `${name}.ledger`) };
  const args = ['-C', '@mesh/source', ...preloads.flatMap((preload) => ['--import', preload]), main];
  try {
    return spawn(process.execPath, args, { cwd: repository, env, stdio: ['ignore', out, out] });
  } finally {
    closeSync(out);
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
