import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** What a shell and a container engine give to a program, and what Node and systemd do. */
export type Kind = 'pipe' | 'socket';

/** A fixture whose stdout is not read before the test does it. */
export interface Writer extends AsyncDisposable {
  readonly stdout: Readable;
  readonly stderr: Promise<string>;
  /** The answer to its next message. */
  message<Answer>(): Promise<Answer>;
  send(message: string): void;
  /** Lets go of it. */
  end(): void;
  readonly exit: Promise<number | null>;
}

export interface WriterOptions {
  readonly args?: readonly (string | number)[];
  /** Starts it with the preload and without exporters. */
  readonly preload?: boolean;
  readonly limitMs?: number;
}

const SOURCES = ['-C', '@mesh/source'];
const PRELOAD = ['--import', fileURLToPath(new URL('../../../register.ts', import.meta.url))];

// biome-ignore lint/style/noProcessEnv: of the test's own environment a fixture gets nothing else
const { NODE_COMPILE_CACHE } = process.env;
/** What Node compiled once need not be compiled for each process. */
const COMPILED = NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {};
const NO_EXPORTERS = {
  OTEL_TRACES_EXPORTER: 'none',
  OTEL_LOGS_EXPORTER: 'none',
  OTEL_METRICS_EXPORTER: 'none',
};
/** It is without the preload on purpose. */
const NO_TRACING = { OTEL_SDK_DISABLED: 'true' };

/** @param fixture a file name in `src/testing/fixtures`, without its extension */
export function startWriter(
  kind: Kind,
  fixture: string,
  { args = [], preload = false, limitMs = 30_000 }: WriterOptions = {},
): Writer {
  const file = fileURLToPath(new URL(`../../../testing/fixtures/${fixture}.ts`, import.meta.url));
  const pipe = kind === 'pipe' ? openPipe() : undefined;
  const words = [...SOURCES, ...(preload ? PRELOAD : []), file, ...args.map(String)];
  const child = spawn(process.execPath, words, {
    env: { ...COMPILED, ...(preload ? NO_EXPORTERS : NO_TRACING) },
    stdio: ['ignore', pipe?.writeEnd ?? 'pipe', 'pipe', 'ipc'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
  });
  if (pipe) closeSync(pipe.writeEnd);
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  return {
    stdout: pipe?.readEnd ?? outputOf(child.stdout),
    stderr: text(outputOf(child.stderr)),
    message: async <Answer>() => (await once(child, 'message'))[0] as Answer,
    send: (message) => child.send(message),
    end: () => child.disconnect(),
    exit,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null) child.kill('SIGKILL');
      await exit;
    },
  };
}

function outputOf(stream: ChildProcess['stdout']): Readable {
  if (!stream) throw new TypeError('it is no pipe');
  return stream;
}

/** A pipe as a shell makes it; Node's own are sockets. */
function openPipe() {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-stdout-'));
  const path = join(folder, 'pipe');
  execFileSync('sh', ['-c', 'mkfifo "$0"', path]);
  const readEnd = new Socket({
    fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK),
    writable: false,
  });
  const writeEnd = openSync(path, constants.O_WRONLY);
  rmSync(folder, { recursive: true });
  return { readEnd, writeEnd };
}
