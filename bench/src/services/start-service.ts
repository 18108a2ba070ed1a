import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Env } from '../configuration.ts';
import type { ServiceName } from '../service-name.ts';

const PATIENCE_MS = 8000;

/** Starts a service of the mesh as it is built. Its stdout is a pipe that is read. */
export function startService(
  name: ServiceName,
  flags: readonly string[],
  env: Env,
): AsyncDisposable & { readonly pid: number } {
  const path = fileURLToPath(new URL(`../../../apps/${name}/dist/main.js`, import.meta.url));
  const child = spawn(process.execPath, [...flags, path], {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.resume();
  const exited = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}
