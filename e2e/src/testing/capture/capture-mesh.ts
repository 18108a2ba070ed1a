import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@mesh/postgres';
import { createMeshEnvironment, type MeshEnvironment } from '../mesh-environment.ts';
import { type MeshProcess, startProcess } from './mesh-process.ts';

/** From so many ms on a call is slow. */
export const SLOW_MS = 500;

/** One in a hundred is kept at its root, and nothing else. */
const DOCUMENT = { version: 1, default: { ratio: 0.01, slowMillis: SLOW_MS } };

const PRELOADS = [
  '@mesh/tracing/register',
  './e2e/src/testing/fixtures/capture-ledger.ts',
  './e2e/src/testing/fixtures/without-retries.ts',
];

/** The three services, with a stand-in for the back ends and a database; the inventory as often as one likes. */
export interface CaptureMesh extends MeshEnvironment {
  readonly gatewayUrl: string;
  readonly jaegerUrl: string;
  readonly lokiUrl: string;
  readonly services: readonly MeshProcess[];
  close(): Promise<void>;
}

export interface CaptureMeshOptions {
  readonly replicas: 1 | 3;
  /** Default: with ledgers, and no call is tried again. */
  readonly preloads?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
}

export async function openCaptureMesh(options: CaptureMeshOptions): Promise<CaptureMesh> {
  await using starting = new AsyncDisposableStack();
  const environment = await createMeshEnvironment();
  starting.defer(() => environment.remove());
  const { ports } = environment;
  await writeFile(join(environment.home, 'sampling.json'), JSON.stringify(DOCUMENT));
  const telemetry = startTelemetry(environment);
  starting.defer(() => telemetry.end('SIGTERM'));
  const postgres = await startPostgres(environment);
  starting.defer(() => postgres.stop(0));
  const services = startServices(environment, postgres, options);
  starting.defer(() => Promise.all(services.map((service) => service.end('SIGTERM'))).then(() => {}));
  await Promise.all([telemetry, ...services].map(({ ready }) => ready));
  const started = starting.move();
  return {
    ...environment,
    gatewayUrl: `http://127.0.0.1:${ports.GATEWAY_HTTP_PORT}`,
    jaegerUrl: `http://127.0.0.1:${ports.JAEGER_PORT}`,
    lokiUrl: `http://127.0.0.1:${ports.LOKI_PORT}`,
    services,
    close: () => started.disposeAsync(),
  };
}

function startPostgres({ home, ports }: MeshEnvironment): Promise<EmbeddedPostgres> {
  const logFile = join(home, 'postgres.log');
  const databases = ['order', 'inventory'];
  return startEmbeddedPostgres({
    folder: join(home, 'postgres'),
    port: ports.POSTGRES_PORT,
    databases,
    logFile,
  });
}

/** With room for all the lines of the largest run. */
function startTelemetry({ home, ports, variables }: MeshEnvironment): MeshProcess {
  return startProcess({
    name: 'telemetry-lite',
    main: 'apps/telemetry-lite/src/main.ts',
    preloads: [],
    port: ports.LOKI_PORT,
    variables: { ...variables, TELEMETRY_LITE_LOG_BYTES: '400000000' },
    home,
  });
}

function startServices(
  { home, ports, variables }: MeshEnvironment,
  postgres: EmbeddedPostgres,
  { replicas, preloads = PRELOADS, variables: more = {} }: CaptureMeshOptions,
): MeshProcess[] {
  const replicaPorts = [ports.INVENTORY_GRPC_PORT, ports.ZIPKIN_PORT, ports.GRAFANA_PORT].slice(0, replicas);
  const addresses = replicaPorts.map((port) => `127.0.0.1:${port}`);
  const start = (service: string, name: string, port: number, own: Readonly<Record<string, string>>) =>
    startProcess({
      name,
      main: `apps/${service}/src/main.ts`,
      preloads,
      port,
      home,
      variables: {
        ...variables,
        ORDER_ADDRESS: `127.0.0.1:${ports.ORDER_GRPC_PORT}`,
        INVENTORY_ADDRESS: `ipv4:${addresses.join(',')}`,
        DATABASE_URL: postgres.url(service === 'order' ? 'order' : 'inventory'),
        OTEL_SERVICE_NAME: service,
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${ports.OTLP_HTTP_PORT}`,
        OTEL_METRICS_EXPORTER: 'none',
        MESH_SAMPLING_FILE: join(home, 'sampling.json'),
        MESH_FAULTS: '1',
        ...own,
        ...more,
      },
    });
  const trusting = { MESH_TRUST: 'trust' };
  return [
    start('gateway', 'gateway', ports.GATEWAY_HTTP_PORT, {}),
    start('order', 'order', ports.ORDER_GRPC_PORT, trusting),
    ...replicaPorts.map((port, index) =>
      start('inventory', `inventory-${index}`, port, { ...trusting, INVENTORY_GRPC_PORT: String(port) }),
    ),
  ];
}
