import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { Database } from '@mesh/postgres';
import { tenSeconds } from '../testing/scope.ts';
import { stockDatabase } from '../testing/stock-database.ts';
import { createPostgresStockStore } from './postgres-stock-store.ts';

const { database, fill, reserve, store, stop } = await stockDatabase();
after(stop);

test('a Commit that a Reserve overtakes commits what it finds: it never answers HELD as if it were final', async () => {
  await fill({ MUG: 5 });
  const orderId = randomUUID();
  let reserved = false;
  const overtaken: Database = {
    ...database,
    async query<Row extends object>(...statement: Parameters<Database['query']>) {
      const rows = await database.query<Row>(...statement);
      if (!reserved) {
        reserved = true;
        await reserve({ MUG: 2 }, orderId);
      }
      return rows;
    },
  };

  const reservation = await createPostgresStockStore(overtaken).commit(orderId, tenSeconds());

  assert.equal(reservation?.status, 'COMMITTED');
  assert.equal((await store.commit(orderId, tenSeconds()))?.status, 'COMMITTED');
});
