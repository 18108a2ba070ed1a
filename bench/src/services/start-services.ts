import type { EmbeddedPostgres } from '@mesh/postgres';
import type { Configuration, Env } from '../configuration.ts';
import type { Mesh } from '../mesh/mesh.ts';
import { SERVICES, type ServiceName } from '../service-name.ts';
import { cpuMillisOf } from './cpu-millis.ts';
import { databaseName } from './database-name.ts';
import { freePorts } from './free-ports.ts';
import { createOrderClient, type OrderClient } from './order-client.ts';
import { startService } from './start-service.ts';

const WITHOUT_MESH_TRACING = ['--import', new URL('without-mesh-tracing.ts', import.meta.url).href];

/**
 * The mesh's own services in one configuration, with databases of their own.
 *
 * @param createClient what loads them, by the port of the gateway
 */
export async function startServices(
  configuration: Configuration,
  postgres: EmbeddedPostgres,
  sinkPort: number,
  createClient: (port: number) => OrderClient = createOrderClient,
): Promise<Mesh> {
  const { name, logger, flags } = configuration;
  const [http = 0, gateway = 0, order = 0, inventory = 0] = await freePorts(4);
  const shared: Env = {
    GATEWAY_HTTP_PORT: String(http),
    GATEWAY_GRPC_PORT: String(gateway),
    ORDER_GRPC_PORT: String(order),
    INVENTORY_GRPC_PORT: String(inventory),
    ORDER_ADDRESS: `127.0.0.1:${order}`,
    INVENTORY_ADDRESS: `127.0.0.1:${inventory}`,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${sinkPort}/${name}`,
  };
  await using started = new AsyncDisposableStack();
  const start = (service: ServiceName) =>
    started.use(
      startService(service, [...(logger === 'stock' ? WITHOUT_MESH_TRACING : []), ...flags], {
        ...shared,
        DATABASE_URL: postgres.url(databaseName(name, service)),
        ...configuration.env(service),
      }),
    );
  const services = SERVICES.map(start);
  const client = createClient(http);
  started.defer(() => client.close());
  await client.ready();
  const parts = started.move();
  return {
    configuration,
    place: client.place,
    placed: client.placed,
    lines: () => 0,
    cpuMillis: async () => services.reduce((sum, { pid }) => sum + cpuMillisOf(pid), 0),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}
