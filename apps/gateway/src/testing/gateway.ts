import type { ProtoGrpcType } from '@mesh/protos/gen/gateway';
import { type Log, loadProto } from '@mesh/rpc';
import { createGateway } from '../gateway.ts';
import { serveHttp } from '../http/serve-http.ts';
import { connectNeighbours } from '../neighbours.ts';
import type { LinkTemplates } from '../trace-links.ts';
import { type Behaviour, startServices } from './services.ts';

export interface Line {
  readonly level: keyof Log;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const someLinks: LinkTemplates = {
  traceUrl: 'http://127.0.0.1:16686/trace/{traceId}',
  logsUrl: 'http://127.0.0.1:3100/logs/{traceId}',
};

/** Runs something when a test, or the tests of a file, have ended. */
interface Lifetime {
  after(end: () => Promise<void>): void;
}

const { service } = loadProto<ProtoGrpcType>('mesh/gateway/v1/gateway.proto').root.mesh.gateway.v1
  .GatewayService;

/** A gateway over HTTP in front of services that do what the test says. */
export async function startGateway(
  lifetime: Lifetime,
  behaviour: Behaviour = {},
  traceparent: () => string | undefined = () => undefined,
  links = someLinks,
  faults = false,
) {
  const services = await startServices(behaviour);
  const [orderAddress, inventoryAddress] = [services.order, services.inventory].map(
    ({ port }) => `127.0.0.1:${port}`,
  );
  const { order, inventory } = connectNeighbours(orderAddress ?? '', inventoryAddress ?? '');
  const { log, lines } = recordingLog();
  const http = await serveHttp({
    host: '127.0.0.1',
    port: 0,
    gateway: createGateway(order.client, inventory.client),
    service,
    faults,
    readiness: { order: order.serving, inventory: inventory.serving },
    links,
    traceparent,
    log,
  });
  lifetime.after(async () => {
    await http.stop(100);
    order.close();
    inventory.close();
    await Promise.all([services.order.stop(100), services.inventory.stop(100)]);
  });
  return { ...services, http, port: http.port, url: `http://127.0.0.1:${http.port}`, lines };
}

function recordingLog() {
  const lines: Line[] = [];
  const write =
    (level: keyof Log) =>
    (message: string, fields: object = {}) =>
      lines.push({ level, message, fields: { ...fields } });
  const log: Log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  return { log, lines };
}
