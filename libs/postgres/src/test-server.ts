import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { waitUntil } from './embedded/process.ts';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded/start-embedded-postgres.ts';
import { startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts';
import type { Scope } from './scope.ts';

/** A folder and a port for a server of this test file alone; the folder goes when the file's tests have ended. */
export async function testOptions(): Promise<EmbeddedPostgresOptions> {
  const home = await mkdtemp(join(tmpdir(), 'mesh-postgres-'));
  await chmod(home, 0o755);
  after(() => rm(home, { recursive: true, force: true, maxRetries: 10 }));
  return {
    folder: join(home, 'postgres'),
    port: await freePort(),
    databases: ['test'],
    logFile: join(home, 'log'),
  };
}

/** A running server of this test file alone. */
export async function testServer() {
  const [server, options] = await startOnFreePort(3);
  after(() => server.stop(0));
  return { ...server, options };
}

/** A port that was free is not so for ever: between the question and the start another test's connection may get it. */
async function startOnFreePort(tries: number): Promise<[EmbeddedPostgres, EmbeddedPostgresOptions]> {
  const options = await testOptions();
  try {
    return [await startEmbeddedPostgres(options), options];
  } catch (error) {
    if (tries <= 1 || !String(error).includes('did not start on port')) throw error;
    return startOnFreePort(tries - 1);
  }
}

/** A scope of so many milliseconds, and how to cancel it. */
export function scopeOf(ms: number): Scope & { abort(): void } {
  const controller = new AbortController();
  return { signal: controller.signal, deadline: Date.now() + ms, abort: () => controller.abort() };
}

/** Fails when `done` does not become true within ten seconds. */
export async function eventually(done: () => boolean | Promise<boolean>, what: string): Promise<void> {
  if (!(await waitUntil(done, 10_000))) throw new Error(`it never came true that ${what}`);
}

async function freePort(): Promise<number> {
  await using server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}
