import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../../testing/run-program.ts';
import { until } from '../../../testing/until.ts';

/** A Docker engine that answers. */
export interface Engine {
  /** What the docker programs need to find it. */
  readonly variables: Readonly<Record<string, string>>;
  /** Stops it if it was started for this. */
  close(): Promise<void>;
}

/** The Dockerfile must not need BuildKit; where it is asked for and missing, builds fail. */
const variables = { DOCKER_BUILDKIT: '0' };

/** The engine that runs already; else one of the tests' own, which needs root. Its images are kept for the next time. */
export async function openEngine(): Promise<Engine> {
  if (await answers(variables)) return { variables, close: async () => {} };
  return await startEngine();
}

/** Whether there is an engine, or the right and the program to start one. */
export async function canRunEngine(): Promise<boolean> {
  if (await answers(variables)) return true;
  const isThere = ['docker', 'dockerd'].map((program) => succeeds(program, ['--version'], {}));
  return process.getuid?.() === 0 && (await Promise.all(isThere)).every(Boolean);
}

async function startEngine(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'mesh-dockerd-'));
  const DOCKER_HOST = `unix://${join(folder, 'docker.sock')}`;
  const images = join(homedir(), '.cache', 'mesh', 'docker');
  const own = ['--exec-root', join(folder, 'exec'), '--pidfile', join(folder, 'dockerd.pid')];
  const log = await open(join(folder, 'dockerd.log'), 'a');
  const child = spawn('dockerd', ['--data-root', images, '--host', DOCKER_HOST, ...own], {
    stdio: ['ignore', log.fd, log.fd],
  });
  const ended = once(child, 'exit').finally(() => log.close());
  const engine = {
    variables: { ...variables, DOCKER_HOST },
    async close() {
      // What builds leave is the cache of the next one, and of no use when it is old.
      await succeeds('docker', ['image', 'prune', '--force', '--filter', 'until=24h'], engine.variables);
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
  const isUp = () => child.exitCode !== null || answers(engine.variables);
  await until('the engine to answer', isUp, 60_000).catch((error) => {
    child.kill('SIGKILL');
    throw error;
  });
  if (child.exitCode !== null) throw new Error(`dockerd ended with ${child.exitCode}: see ${folder}`);
  await removeLeftovers(engine.variables);
  return engine;
}

/** The containers of tests that were killed come back with the engine. */
async function removeLeftovers(environment: Readonly<Record<string, string>>): Promise<void> {
  const listed = await runProgram('docker', ['ps', '--all', '--quiet'], environment);
  const containers = listed.stdout.split('\n').filter(Boolean);
  if (containers.length === 0) return;
  await runProgram('docker', ['rm', '--force', '--volumes', ...containers], environment);
  await runProgram('docker', ['network', 'prune', '--force'], environment);
  await runProgram('docker', ['volume', 'prune', '--force'], environment);
}

function answers(environment: Readonly<Record<string, string>>): Promise<boolean> {
  return succeeds('docker', ['version'], environment);
}

async function succeeds(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
) {
  const finished = await runProgram(command, args, environment).catch(() => undefined);
  return finished?.code === 0;
}
