import { join } from 'node:path';
import type { Env } from '../command.ts';
import type { Home } from '../host/home.ts';
import { reachable } from '../reachable.ts';
import type { UpConfig } from './config.ts';
import { databasesOf } from './databases-of.ts';
import { nodeProgram } from './node-program.ts';
import { postgresProgram } from './postgres-program.ts';
import { acceptsConnections, answersOk } from './probes.ts';
import type { Program } from './program.ts';

const SOURCE = ['-C', '@mesh/source'];

/**
 * What the mesh is made of, in groups that start one after the other: command lines, what each is told by environment,
 * and how one sees that it is ready.
 */
export function meshPrograms(config: UpConfig, env: Env, home: Home): Program[][] {
  const at = (port: number) => reachable(config.HOST, port);
  const database = (name: string) => `postgres://postgres@127.0.0.1:${config.POSTGRES_PORT}/${name}`;
  const shared = {
    ...env,
    ORDER_ADDRESS: config.ORDER_ADDRESS ?? at(config.ORDER_GRPC_PORT),
    INVENTORY_ADDRESS: config.INVENTORY_ADDRESS ?? at(config.INVENTORY_GRPC_PORT),
    OTEL_EXPORTER_OTLP_ENDPOINT: config.OTEL_EXPORTER_OTLP_ENDPOINT ?? `http://${at(config.OTLP_HTTP_PORT)}`,
  };
  const program = (name: string, args: string[], isReady: () => Promise<boolean>, own: Env) => {
    const main = `apps/${name}/src/main.ts`;
    const options = {
      name,
      args: [...SOURCE, ...args, main],
      isReady,
      logFile: join(home.logs, `${name}.log`),
    };
    return nodeProgram({ ...options, env: { ...shared, OTEL_SERVICE_NAME: name, ...own } });
  };
  const service = (name: string, isReady: () => Promise<boolean>, own: Env = {}) =>
    program(name, ['--import', '@mesh/tracing/register'], isReady, own);
  const accepts = (port: number) => () => acceptsConnections(at(port));
  const telemetryLite = program('telemetry-lite', [], accepts(config.LOKI_PORT), {});
  const inventory = service('inventory', accepts(config.INVENTORY_GRPC_PORT), {
    DATABASE_URL: config.INVENTORY_DATABASE_URL ?? database('inventory'),
  });
  const order = service('order', accepts(config.ORDER_GRPC_PORT), {
    DATABASE_URL: config.ORDER_DATABASE_URL ?? database('order'),
  });
  const gateway = service('gateway', () => answersOk(`http://${at(config.GATEWAY_HTTP_PORT)}/readyz`));
  return [
    [...embeddedPostgres(config, home), telemetryLite],
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
