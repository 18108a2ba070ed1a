import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

export interface Line {
  readonly [field: string]: unknown;
}

/** A fixture that runs as a service does: its own process, with or without the preload. */
export interface Service extends AsyncDisposable {
  /** What it wrote to stdout, line by line, each parsed as JSON. */
  readonly lines: Line[];
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Waits for the line that has this message. */
  line(message: string): Promise<Line>;
  /** Waits for the port that the fixture logs as `listening`. */
  port(): Promise<number>;
  /** Asks it to end by SIGTERM. */
  stop(): void;
  readonly exit: Promise<Exit>;
}

export interface Exit {
  readonly code: number | null;
}

export interface ServiceOptions {
  readonly preload?: boolean;
  readonly env?: Record<string, string>;
  readonly args?: readonly (string | number)[];
  /** One that never ends must fail its test, not hold it. Default 30 s. */
  readonly limitMs?: number;
}

const SOURCES = ['-C', '@mesh/source'];
const PRELOAD = ['--import', import.meta.resolve('@mesh/tracing/register')];

// biome-ignore lint/style/noProcessEnv: of the test's own environment a fixture gets nothing else
const { NODE_COMPILE_CACHE, NODE_OPTIONS } = process.env;
/** What Node compiled once need not be compiled for each process. */
const COMPILED = NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {};
/** By `pack/before-tests.mjs`: that `@mesh/tracing` is one file. */
const BUNDLED = NODE_OPTIONS ? { NODE_OPTIONS } : {};

/** @param fixture a file name in `fixtures/`, without its extension */
export function startService(
  fixture: string,
  { preload = true, env = {}, args = [], limitMs = 30_000 }: ServiceOptions = {},
): Service {
  const file = fileURLToPath(new URL(`./fixtures/${fixture}.ts`, import.meta.url));
  const words = [...SOURCES, ...(preload ? PRELOAD : []), file, ...args.map(String)];
  const child = spawn(process.execPath, words, {
    env: { ...COMPILED, ...BUNDLED, ...env },
    timeout: limitMs,
    killSignal: 'SIGKILL',
  });
  const stdout = textOf(child.stdout);
  const stderr = textOf(child.stderr);
  const exit = once(child, 'close').then(([code]) => ({ code }));
  const line = (message: string) =>
    until(
      () => parse(stdout()).find((found) => found['message'] === message),
      `a line ${message}: ${stderr()}`,
    );
  return {
    get lines() {
      return parse(stdout());
    },
    stdout,
    stderr,
    line,
    port: async () => Number((await line('listening'))['port']),
    stop: () => child.kill('SIGTERM'),
    exit,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null) child.kill('SIGKILL');
      await exit;
    },
  };
}

function textOf(stream: ChildProcess['stdout']): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

function parse(stdout: string): Line[] {
  return stdout
    .slice(0, stdout.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
