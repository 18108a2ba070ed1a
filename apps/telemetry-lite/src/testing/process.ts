import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const variables = [
  'OTLP_HTTP_PORT',
  'OTLP_GRPC_PORT',
  'JAEGER_PORT',
  'LOKI_PORT',
  'JAEGER_SAMPLING_PORT',
] as const;
const anyPort = Object.fromEntries(variables.map((name) => [name, '0']));

export type Line = Record<string, unknown>;

export interface Process extends AsyncDisposable {
  child: ChildProcess;
  /** The first line of its log that fulfils the condition, also one written before. */
  line(condition: (line: Line) => boolean): Promise<Line>;
  /** Resolves to its exit code once it has ended. */
  ended: Promise<number | null>;
}

/** Starts the program as it is started for real, on free ports unless the environment says otherwise. */
export function startProcess(environment: Record<string, string> = {}): Process {
  const child = spawn(process.execPath, ['-C', '@mesh/source', main], {
    env: { ...anyPort, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A test that times out never disposes: without this its child would live on and hold the test runner's output open.
  process.once('exit', () => child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const lines: Line[] = [];
  const arrived = new EventTarget();
  createInterface(child.stdout).on('line', (text) => {
    lines.push(JSON.parse(text) as Line);
    arrived.dispatchEvent(new Event('line'));
  });
  return {
    child,
    ended,
    line: async (condition) => {
      for (;;) {
        const found = lines.find(condition);
        if (found) return found;
        await once(arrived, 'line');
      }
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

export type Ports = Record<(typeof variables)[number], number>;

/** The ports that it got, once it listens on all of them. */
export async function portsOf(running: Process): Promise<Ports> {
  const { ports } = await running.line(({ ports }) => ports !== undefined);
  return ports as Ports;
}
