import { join } from 'node:path';
import type { Env } from '../command.ts';
import type { Home } from '../host/home.ts';
import { reachable } from '../reachable.ts';
import type { Backends } from './backends/backends.ts';
import type { UpConfig } from './config.ts';
import { databasesOf } from './databases-of.ts';
import { postgresProgram } from './postgres-program.ts';
import { acceptsConnections, answersOk } from './probes.ts';
import { processProgram } from './process-program.ts';
import type { Program } from './program.ts';
import { serviceEnv } from './service-env.ts';

const SERVICE_ARGS = ['-C', '@mesh/source', '--import', '@mesh/tracing/register'];

/**
 * Order and inventory hear from the gateway and from each other only, so that they take over the whole context. What
 * the user sets is for the gateway: a service behind it that decided anew would tear every trace apart. Nor do they need
 * the keys of the marks, which are checked at the edge.
 */
const behindTheEdge = { MESH_TRUST: 'trust', MESH_SAMPLING_MARK_KEYS: undefined };

/**
 * What the mesh is made of, in groups that start one after the other: command lines, what each is told by environment,
 * and how one sees that it is ready.
 */
export function meshPrograms(config: UpConfig, env: Env, home: Home, backends: Backends): Program[][] {
  const at = (port: number) => reachable(config.HOST, port);
  const database = (name: string) => `postgres://postgres@127.0.0.1:${config.POSTGRES_PORT}/${name}`;
  const shared = serviceEnv(config, env, backends);
  const service = (name: string, isReady: () => Promise<boolean>, own: Env = {}) =>
    processProgram({
      name,
      command: process.execPath,
      args: [...SERVICE_ARGS, `apps/${name}/src/main.ts`],
      env: { ...shared, OTEL_SERVICE_NAME: name, ...own },
      logFile: join(home.logs, `${name}.log`),
      isReady,
    });
  const accepts = (port: number) => () => acceptsConnections(at(port));
  const inventory = service('inventory', accepts(config.INVENTORY_GRPC_PORT), {
    ...behindTheEdge,
    DATABASE_URL: config.INVENTORY_DATABASE_URL ?? database('inventory'),
  });
  const order = service('order', accepts(config.ORDER_GRPC_PORT), {
    ...behindTheEdge,
    DATABASE_URL: config.ORDER_DATABASE_URL ?? database('order'),
  });
  const gateway = service('gateway', () => answersOk(`http://${at(config.GATEWAY_HTTP_PORT)}/readyz`));
  return [
    [...embeddedPostgres(config, home), ...backends.programs],
    [inventory, order, gateway],
  ];
}

/** None when every service has a server of its own. */
function embeddedPostgres(config: UpConfig, home: Home): Program[] {
  const databases = databasesOf(config);
  if (databases.length === 0) return [];
  const { POSTGRES_PORT: port } = config;
  return [
    postgresProgram({ folder: home.postgres, port, databases, logFile: join(home.logs, 'postgres.log') }),
  ];
}
