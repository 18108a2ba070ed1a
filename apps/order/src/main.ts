import { printable, readConfig } from '@mesh/config';
import type { ProtoGrpcType } from '@mesh/protos/gen/order';
import { loadProto, serve, stopOnSignal } from '@mesh/rpc';
import { createLogger, currentSampling, currentSpanIds, inBackground } from '@mesh/tracing';
import { configSchema } from './config.ts';
import { createOrders } from './domain/orders.ts';
import { createHandlers } from './inbound/handlers.ts';
import { startSweeper } from './inbound/start-sweeper.ts';
import { connectInventory } from './outbound/connect-inventory.ts';
import { createInventoryStock } from './outbound/inventory-stock.ts';
import { logOrderStore } from './outbound/log-order-store.ts';
import { logStock } from './outbound/log-stock.ts';
import { openOrderDatabase } from './outbound/open-order-database.ts';
import { createPostgresOrderStore } from './outbound/postgres-order-store.ts';

// biome-ignore lint/style/noProcessEnv: the one place that reads the environment
const config = readConfig(configSchema, process.env);
const log = createLogger();
log.info('configuration', printable(config));
const { DATABASE_URL: url, DATABASE_POOL_SIZE: maxConnections } = config;
const onError = (error: Error) => log.warn('a database connection was lost', { error });
const database = await openOrderDatabase({ url, maxConnections, onError });
const inventory = connectInventory(config.INVENTORY_ADDRESS);
const store = logOrderStore(createPostgresOrderStore(database), log);
const stock = logStock(createInventoryStock(inventory.client), log);
const handlers = createHandlers(createOrders(store, stock), store, log, currentSpanIds);

const proto = loadProto<ProtoGrpcType>('mesh/order/v1/order.proto');
const { service } = proto.root.mesh.order.v1.OrderService;
const { HOST: host, ORDER_GRPC_PORT: port, REFLECTION: reflection, MESH_FAULTS: faults } = config;
const admin = { sampling: currentSampling };
const server = await serve({ host, port, proto, service, handlers, reflection, faults, log, admin });
const stopSweeper = startSweeper(store, stock, log, inBackground);

stopOnSignal(log, [
  ['server', () => server.stop(3000)],
  ['sweeper', stopSweeper],
  ['inventory channel', () => inventory.close()],
  ['database', () => database.close()],
]);
