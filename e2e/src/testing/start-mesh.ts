import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { defer } from './defer.ts';
import { createMeshEnvironment, type MeshEnvironment } from './mesh-environment.ts';
import { repository } from './repository.ts';
import { until } from './until.ts';

export type PartName =
  | ('gateway' | 'order' | 'inventory' | 'telemetry-lite' | 'postgres' | 'host')
  | ('otel-collector' | 'jaeger' | 'loki' | 'prometheus');

/** A running host with everything it started. */
export interface Mesh extends MeshEnvironment {
  readonly gatewayUrl: string;
  readonly jaegerUrl: string;
  readonly lokiUrl: string;
  readonly host: Host;
  pidOf(part: PartName): Promise<number>;
  /** What a part has written to its log. */
  log(part: PartName): Promise<string>;
  /** Stops everything and removes the data. */
  close(): Promise<void>;
}

export interface Host {
  readonly pid: number;
  /** All that it has printed. */
  output(): string;
  signal(name: NodeJS.Signals): void;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts what `npm start` starts, and stops it when the test is over. */
export async function startMesh(t: TestContext, extra: Readonly<Record<string, string>> = {}): Promise<Mesh> {
  const mesh = await openMesh(extra);
  defer(t, () => mesh.close());
  return mesh;
}

/** The same for the tests of a whole file; `args` are those of `npm start --`. */
export async function openMesh(
  extra: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
  limitMs?: number,
): Promise<Mesh> {
  const environment = await createMeshEnvironment();
  const host = startHost({ ...environment.variables, ...extra }, args);
  const mesh = describe(environment, host);
  await untilUp(host, limitMs).catch(async (error) => {
    await mesh.close();
    throw error;
  });
  return mesh;
}

/** Resolves when the host says that everything is up. */
export async function untilUp(host: Host, limitMs = 60_000): Promise<void> {
  let over = false;
  void host.ended.then(() => {
    over = true;
  });
  const isUp = () => over || host.output().includes('mesh is up');
  await until('the mesh to be up', isUp, limitMs).catch((cause) => {
    throw new Error(`the mesh did not come up:\n${host.output()}`, { cause });
  });
  if (over) throw new Error(`the host ended instead of coming up:\n${host.output()}`);
}

export function startHost(
  environment: Readonly<Record<string, string>>,
  upArgs: readonly string[] = [],
): Host {
  // biome-ignore lint/style/noProcessEnv: a child gets what this process has, and more
  const env = { ...process.env, ...environment };
  const args = ['-C', '@mesh/source', 'tools/cli/src/main.ts', 'up', ...upArgs];
  const child = spawn(process.execPath, args, { cwd: repository, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => chunks.push(chunk));
  return {
    pid: child.pid ?? 0,
    output: () => chunks.join(''),
    signal: (name) => child.kill(name),
    ended: new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal }))),
  };
}

export function describe(environment: MeshEnvironment, host: Host): Mesh {
  const { home, ports } = environment;
  return {
    ...environment,
    host,
    gatewayUrl: `http://127.0.0.1:${ports.GATEWAY_HTTP_PORT}`,
    jaegerUrl: `http://127.0.0.1:${ports.JAEGER_PORT}`,
    lokiUrl: `http://127.0.0.1:${ports.LOKI_PORT}`,
    pidOf: async (part) => JSON.parse(await readFile(join(home, 'run', `${part}.json`), 'utf8')).pid,
    log: (part) => readFile(join(home, 'logs', `${part}.log`), 'utf8'),
    async close() {
      host.signal('SIGTERM');
      await host.ended;
      await environment.remove();
    },
  };
}
