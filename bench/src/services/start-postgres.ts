import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@mesh/postgres';
import type { Configuration } from '../configuration.ts';
import { databaseName } from './database-name.ts';
import { freePorts } from './free-ports.ts';

/** A server for the whole run, with the databases of all configurations; `started` stops it and takes its files away. */
export async function startPostgres(
  started: AsyncDisposableStack,
  configurations: readonly Configuration[],
): Promise<EmbeddedPostgres> {
  const home = await mkdtemp(join(tmpdir(), 'mesh-bench-'));
  started.defer(() => rm(home, { recursive: true, force: true, maxRetries: 10 }));
  // Postgres runs as another user when this is root.
  await chmod(home, 0o755);
  const [port = 0] = await freePorts(1);
  const postgres = await startEmbeddedPostgres({
    folder: join(home, 'pg'),
    port,
    databases: configurations.flatMap(({ name }) =>
      (['order', 'inventory'] as const).map((service) => databaseName(name, service)),
    ),
    logFile: join(home, 'postgres.log'),
  });
  started.defer(() => postgres.stop());
  return postgres;
}
