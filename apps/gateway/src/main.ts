import { readConfig } from '@mesh/config';
import type { ProtoGrpcType as GatewayProto } from '@mesh/protos/gen/gateway';
import type { ProtoGrpcType as InventoryProto } from '@mesh/protos/gen/inventory';
import type { OrderServiceDefinition } from '@mesh/protos/gen/mesh/order/v1/OrderService';
import type { ProtoGrpcType as OrderProto } from '@mesh/protos/gen/order';
import { connect, loadProto, serve, stopOnSignal } from '@mesh/rpc';
import { createLogger, currentTraceparent } from '@mesh/tracing';
import { configSchema } from './config.ts';
import { createGateway, type InventoryMethods } from './gateway.ts';
import { serveHttp } from './http/serve-http.ts';

// biome-ignore lint/style/noProcessEnv: the one place that reads the environment
const config = readConfig(configSchema, process.env);
const log = createLogger();

const { OrderService } = loadProto<OrderProto>('mesh/order/v1/order.proto').root.mesh.order.v1;
const { InventoryService } = loadProto<InventoryProto>('mesh/inventory/v1/inventory.proto').root.mesh
  .inventory.v1;
const order = connect<OrderServiceDefinition>(OrderService, config.ORDER_ADDRESS, 'order');
const inventory = connect<InventoryMethods>(InventoryService, config.INVENTORY_ADDRESS, 'inventory');
const gateway = createGateway(order.client, inventory.client);

const proto = loadProto<GatewayProto>('mesh/gateway/v1/gateway.proto');
const { HOST: host, REFLECTION: reflection } = config;
const { service } = proto.root.mesh.gateway.v1.GatewayService;
const serviceName = 'mesh.gateway.v1.GatewayService';
const handlers = gateway;
const rpc = await serve({
  host,
  port: config.GATEWAY_GRPC_PORT,
  proto,
  service,
  serviceName,
  handlers,
  reflection,
  log,
});
const links = { traceUrl: config.TRACE_URL, logsUrl: config.LOGS_URL };
const neighbours = { order: order.serving, inventory: inventory.serving };
const traceparent = currentTraceparent;
const http = await serveHttp({
  host,
  port: config.GATEWAY_HTTP_PORT,
  gateway,
  neighbours,
  links,
  traceparent,
  log,
});

stopOnSignal(log, [
  ['servers', () => Promise.all([http.stop(3000), rpc.stop(3000)])],
  ['order channel', () => order.close()],
  ['inventory channel', () => inventory.close()],
]);
