import { readConfig } from '@mesh/config';
import { migrate, openDatabase } from '@mesh/postgres';
import type { ProtoGrpcType as InventoryProto } from '@mesh/protos/gen/inventory';
import type { ProtoGrpcType as OrderProto } from '@mesh/protos/gen/order';
import { connect, every, loadProto, serve, stopOnSignal } from '@mesh/rpc';
import { createLogger, currentTraceId } from '@mesh/tracing';
import { configSchema } from './config.ts';
import { createOrders } from './domain/orders.ts';
import { sweep } from './domain/sweep.ts';
import { createHandlers } from './inbound/handlers.ts';
import { createInventoryStock, type InventoryMethods } from './outbound/inventory-stock.ts';
import { createPostgresOrderStore } from './outbound/postgres-order-store.ts';

// biome-ignore lint/style/noProcessEnv: the one place that reads the environment
const config = readConfig(configSchema, process.env);
const log = createLogger();
const url = config.DATABASE_URL;
const applicationName = 'order';

await migrate({ url, folder: new URL('../migrations/', import.meta.url), applicationName });
const onError = (error: Error) => log.warn('a database connection was lost', { error });
const database = openDatabase({ url, maxConnections: config.DATABASE_POOL_SIZE, applicationName, onError });
const { InventoryService } = loadProto<InventoryProto>('mesh/inventory/v1/inventory.proto').root.mesh
  .inventory.v1;
const inventory = connect<InventoryMethods>(InventoryService, config.INVENTORY_ADDRESS, 'inventory');

const store = createPostgresOrderStore(database);
const stock = createInventoryStock(inventory.client);
const proto = loadProto<OrderProto>('mesh/order/v1/order.proto');
const server = await serve({
  host: config.HOST,
  port: config.ORDER_GRPC_PORT,
  proto,
  service: proto.root.mesh.order.v1.OrderService.service,
  serviceName: 'mesh.order.v1.OrderService',
  handlers: createHandlers(createOrders(store, stock), store, log, currentTraceId),
  reflection: config.REFLECTION,
  log,
});
const stopSweeper = every(500, 'sweep of unfinished orders', log, (scope) => sweep(store, stock, scope));

stopOnSignal(log, [
  ['server', () => server.stop(3000)],
  ['sweeper', stopSweeper],
  ['inventory channel', () => inventory.close()],
  ['database', () => database.close()],
]);
