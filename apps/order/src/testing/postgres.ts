import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@mesh/postgres';

/** A real server for one test file, with an empty database `test`; to be stopped after its tests. */
export async function startPostgres() {
  const home = await mkdtemp(join(tmpdir(), 'mesh-order-'));
  // Started by root, the server runs as nobody.
  await chmod(home, 0o755);
  const server = await startEmbeddedPostgres({
    folder: join(home, 'postgres'),
    port: await freePort(),
    databases: ['test'],
    logFile: join(home, 'log'),
  });
  const stop = async () => {
    await server.stop(0);
    await rm(home, { recursive: true, force: true, maxRetries: 10 });
  };
  return { url: server.url('test'), stop };
}

export async function freePort(): Promise<number> {
  await using server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
