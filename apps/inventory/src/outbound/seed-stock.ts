import type { Database } from '@mesh/postgres';

import type { Stock } from '../domain/stock.ts';

/** $1 the stock as JSON. Fills an empty table once, whichever process comes first. */
const seedSql = `
INSERT INTO stock (sku, name, price_minor, currency, total, available)
SELECT sku, name, "priceMinor", currency, total, available
FROM jsonb_to_recordset($1::jsonb) AS s (
  sku text, name text, "priceMinor" bigint, currency text, total integer, available integer)
WHERE NOT EXISTS (SELECT FROM stock)
ON CONFLICT (sku) DO NOTHING`;

export async function seedStockTable(database: Database, stock: readonly Stock[]): Promise<void> {
  const scope = { signal: new AbortController().signal, deadline: Date.now() + 10_000 };
  await database.query(scope, seedSql, [JSON.stringify(stock)]);
}
