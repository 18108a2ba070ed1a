import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { repository } from './repository.ts';
import { until } from './until.ts';

/** Starts a source file and waits until it has printed `ready`. */
export function startProgram(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  ready: string,
): Promise<ChildProcess> {
  return start(['-C', '@mesh/source', file, ...args], environment, ready);
}

/** Starts a built service as its `npm start` does, with the library as `tsc -b` builds it. */
export function startBuilt(
  file: string,
  environment: Readonly<Record<string, string>>,
  ready: string,
): Promise<ChildProcess> {
  return start(['--import', '@mesh/tracing/register', file], { ...environment, NODE_OPTIONS: '' }, ready);
}

async function start(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  ready: string,
): Promise<ChildProcess> {
  // biome-ignore lint/style/noProcessEnv: a child gets what this process has, and more
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, args, { cwd: repository, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
  });
  await until(`${args} to print ${ready}`, () => output.includes(ready));
  return child;
}

export async function endProgram(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
