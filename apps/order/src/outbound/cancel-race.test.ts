import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Database } from '@mesh/postgres';
import { createOrders } from '../domain/orders.ts';
import { intent } from '../testing/intent.ts';
import { memoryStock } from '../testing/memory-stock.ts';
import { startPostgres } from '../testing/postgres.ts';
import { tenSeconds } from '../testing/scope.ts';
import { openOrderDatabase } from './open-order-database.ts';
import { createPostgresOrderStore } from './postgres-order-store.ts';

const server = await startPostgres();
const database = await openOrderDatabase({ url: server.url, maxConnections: 10, onError: () => {} });
after(async () => {
  await database.close();
  await server.stop();
});

/** The database to one caller, to whom `event` happens right after its first statement. */
function interrupted(event: () => Promise<unknown>): Database {
  let happened = false;
  return {
    ...database,
    async query<Row extends object>(...statement: Parameters<Database['query']>) {
      const rows = await database.query<Row>(...statement);
      if (!happened) {
        happened = true;
        await event();
      }
      return rows;
    },
  };
}

test('a cancel that comes while its order is being confirmed gives nothing back before the intent is stored', async () => {
  const stock = memoryStock({ MUG: 5, VASE: 5 });
  const others = createOrders(createPostgresOrderStore(database), stock);
  const { order } = await createPostgresOrderStore(database).record(intent(), tenSeconds());
  const confirm = () => others.create(intent(), tenSeconds());

  const orders = createOrders(createPostgresOrderStore(interrupted(confirm)), stock);
  const answer = await orders.cancel(order.id, tenSeconds());

  assert.deepEqual([answer.status, stock.statusOf(order.id)], ['CANCELLED', 'RELEASED']);
  assert.deepEqual(stock.available, { MUG: 5, VASE: 5 });
});
