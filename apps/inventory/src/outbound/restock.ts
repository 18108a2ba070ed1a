import type { Database } from '@mesh/postgres';
import { Refused } from '../domain/refusal.ts';
import type { Line } from '../domain/reservation.ts';
import type { Scope } from '../domain/scope.ts';
import type { Stock } from '../domain/stock.ts';
import { type StockRow, toStock } from './rows.ts';

/** What a stock column (integer) can hold. */
const maxTotal = 2_147_483_647;

/**
 * $1 request id, $2 SKU, $3 quantity. Remembers the request and raises the stock in one statement.
 * The row is locked first, so that a refused restock remembers nothing. Without a change it answers
 * what stands in the way.
 */
const restockSql = `
WITH locked AS (
  SELECT sku, total FROM stock WHERE sku = $2 FOR UPDATE
), remembered AS (
  INSERT INTO restocks (request_id, sku, quantity)
  SELECT $1, $2, $3 FROM locked WHERE total <= ${maxTotal} - $3::integer
  ON CONFLICT (request_id) DO NOTHING
  RETURNING sku
), raised AS (
  UPDATE stock s SET total = s.total + $3, available = s.available + $3
  FROM remembered r WHERE s.sku = r.sku
  RETURNING s.*
)
SELECT * FROM raised`;

/** $1 request id, $2 SKU. */
const afterwardsSql = `
SELECT s.*, r.sku AS restocked_sku, r.quantity AS restocked_quantity
FROM (SELECT 1) AS always
LEFT JOIN stock s ON s.sku = $2
LEFT JOIN restocks r ON r.request_id = $1`;

type Afterwards = StockRow & {
  readonly restocked_sku: string | null;
  readonly restocked_quantity: number | null;
};

export async function restock(
  database: Database,
  requestId: string,
  { sku, quantity }: Line,
  scope: Scope,
): Promise<Stock | undefined> {
  const [raised] = await database.query<StockRow>(scope, restockSql, [requestId, sku, quantity]);
  if (raised !== undefined) return toStock(raised);
  const [found] = await database.query<Afterwards>(scope, afterwardsSql, [requestId, sku]);
  if (found?.sku == null) throw new Refused({ kind: 'UNKNOWN_SKU', sku });
  if (found.restocked_sku === null) throw new Refused({ kind: 'STOCK_LIMIT', sku });
  const same = found.restocked_sku === sku && found.restocked_quantity === quantity;
  return same ? toStock(found) : undefined;
}
