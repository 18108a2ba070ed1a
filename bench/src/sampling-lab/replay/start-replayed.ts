import type { Configuration } from '../../configuration.ts';
import type { Mesh } from '../../mesh/mesh.ts';
import { startPostgres } from '../../services/start-postgres.ts';
import { startServices } from '../../services/start-services.ts';
import { createReplayClient, type ReplayClient } from './replay-client.ts';

export interface Replayed {
  readonly mesh: Mesh;
  readonly client: ReplayClient;
}

/** Each mesh is sent the same requests. */
const SEED = 1;

/** Starts the meshes of all configurations on one Postgres; `started` ends them. */
export async function startReplayed(
  configurations: readonly Configuration[],
  sinkPort: number,
  started: AsyncDisposableStack,
): Promise<Replayed[]> {
  const postgres = await startPostgres(started, configurations);
  const all: Replayed[] = [];
  for (const configuration of configurations) {
    const clients: ReplayClient[] = [];
    const createClient = (port: number) => {
      const client = createReplayClient(port, SEED);
      clients.push(client);
      return client;
    };
    const mesh = started.use(await startServices(configuration, postgres, sinkPort, createClient));
    all.push(...clients.map((client) => ({ mesh, client })));
  }
  return all;
}
