import { printable, readConfig } from '@mesh/config';
import type { ProtoGrpcType } from '@mesh/protos/gen/inventory';
import { every, loadProto, serve, stopOnSignal } from '@mesh/rpc';
import { createLogger, currentSampling, currentSpanIds, inBackground } from '@mesh/tracing';
import { configSchema } from './config.ts';
import { createInventory } from './domain/inventory.ts';
import { refreshFeed } from './domain/refresh-feed.ts';
import { seedStock } from './domain/seed.ts';
import { createStockFeed } from './domain/stock-feed.ts';
import { createHandlers } from './inbound/handlers.ts';
import { startSweeper } from './inbound/start-sweeper.ts';
import { logStockStore } from './outbound/log-stock-store.ts';
import { openStockDatabase } from './outbound/open-stock-database.ts';
import { createPostgresStockStore } from './outbound/postgres-stock-store.ts';

// biome-ignore lint/style/noProcessEnv: the one place that reads the environment
const config = readConfig(configSchema, process.env);
const log = createLogger();
log.info('configuration', printable(config));
const { DATABASE_URL: url, DATABASE_POOL_SIZE: maxConnections } = config;
const onError = (error: Error) => log.warn('a database connection was lost', { error });
const database = await openStockDatabase({ url, maxConnections, seed: seedStock(config.SEED), onError });
const store = logStockStore(createPostgresStockStore(database), log);
const feed = createStockFeed();
const rules = createInventory(store, config.RESERVATION_HOLD_MS);
const handlers = createHandlers(rules, store, feed, currentSpanIds);

const proto = loadProto<ProtoGrpcType>('mesh/inventory/v1/inventory.proto');
const { service } = proto.root.mesh.inventory.v1.InventoryService;
const { HOST: host, INVENTORY_GRPC_PORT: port, REFLECTION: reflection, MESH_FAULTS: faults } = config;
const admin = { sampling: currentSampling };
const server = await serve({ host, port, proto, service, handlers, reflection, faults, log, admin });
const stopFeed = every(200, 'stock feed', log, (scope) => refreshFeed(feed, store, scope));

stopOnSignal(log, [
  ['server', () => server.stop(3000)],
  ['stock feed', stopFeed],
  ['sweeper', startSweeper(store, log, inBackground)],
  ['database', () => database.close()],
]);
