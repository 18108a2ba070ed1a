import { readConfig } from '@mesh/config';
import { migrate, openDatabase } from '@mesh/postgres';
import type { ProtoGrpcType } from '@mesh/protos/gen/inventory';
import { every, loadProto, serve, stopOnSignal } from '@mesh/rpc';
import { createLogger } from '@mesh/tracing';
import { configSchema } from './config.ts';
import { createInventory } from './domain/inventory.ts';
import { refreshFeed } from './domain/refresh-feed.ts';
import { seedStock } from './domain/seed.ts';
import { createStockFeed } from './domain/stock-feed.ts';
import { createHandlers } from './inbound/handlers.ts';
import { createPostgresStockStore } from './outbound/postgres-stock-store.ts';
import { seedStockTable } from './outbound/seed-stock.ts';

// biome-ignore lint/style/noProcessEnv: the one place that reads the environment
const config = readConfig(configSchema, process.env);
const log = createLogger();
const url = config.DATABASE_URL;
const applicationName = 'inventory';

await migrate({ url, folder: new URL('../migrations/', import.meta.url), applicationName });
const onError = (error: Error) => log.warn('a database connection was lost', { error });
const database = openDatabase({ url, maxConnections: config.DATABASE_POOL_SIZE, applicationName, onError });
await seedStockTable(database, seedStock(config.SEED));

const store = createPostgresStockStore(database);
const feed = createStockFeed();
const proto = loadProto<ProtoGrpcType>('mesh/inventory/v1/inventory.proto');
const server = await serve({
  host: config.HOST,
  port: config.INVENTORY_GRPC_PORT,
  proto,
  service: proto.root.mesh.inventory.v1.InventoryService.service,
  serviceName: 'mesh.inventory.v1.InventoryService',
  handlers: createHandlers(createInventory(store, config.RESERVATION_HOLD_MS), store, feed),
  reflection: config.REFLECTION,
  log,
});
const stopFeed = every(200, 'stock feed', log, (scope) => refreshFeed(feed, store, scope));
const stopSweeper = every(1000, 'release of expired reservations', log, (scope) =>
  store.releaseExpired(scope),
);

stopOnSignal(log, [
  ['server', () => server.stop(3000)],
  ['stock feed', stopFeed],
  ['sweeper', stopSweeper],
  ['database', () => database.close()],
]);
