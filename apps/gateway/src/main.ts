import { printable, readConfig } from '@mesh/config';
import type { ProtoGrpcType } from '@mesh/protos/gen/gateway';
import { loadProto, serve, stopOnSignal } from '@mesh/rpc';
import { createLogger, currentSampling, currentTraceparent as traceparent } from '@mesh/tracing';
import { configSchema } from './config.ts';
import { createGateway } from './gateway.ts';
import { serveHttp } from './http/serve-http.ts';
import { logGateway } from './log-gateway.ts';
import { connectNeighbours } from './neighbours.ts';

// biome-ignore lint/style/noProcessEnv: the one place that reads the environment
const config = readConfig(configSchema, process.env);
const {
  HOST: host,
  GATEWAY_GRPC_PORT: grpcPort,
  GATEWAY_HTTP_PORT: httpPort,
  REFLECTION: reflection,
  MESH_FAULTS: faults,
} = config;
const log = createLogger();
log.info('configuration', printable(config));

const { order, inventory } = connectNeighbours(config.ORDER_ADDRESS, config.INVENTORY_ADDRESS);
const gateway = logGateway(createGateway(order.client, inventory.client), log);

const proto = loadProto<ProtoGrpcType>('mesh/gateway/v1/gateway.proto');
const { service } = proto.root.mesh.gateway.v1.GatewayService;
const shared = { host, service, faults, log };
const admin = { sampling: currentSampling };
const rpc = await serve({ ...shared, port: grpcPort, proto, handlers: gateway, reflection, admin });
const links = { traceUrl: config.TRACE_URL, logsUrl: config.LOGS_URL };
const readiness = { order: order.serving, inventory: inventory.serving };
const http = await serveHttp({ ...shared, port: httpPort, gateway, readiness, links, traceparent });

stopOnSignal(log, [
  ['servers', () => Promise.all([http.stop(3000), rpc.stop(3000)])],
  ['order channel', () => order.close()],
  ['inventory channel', () => inventory.close()],
]);
