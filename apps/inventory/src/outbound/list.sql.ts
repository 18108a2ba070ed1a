const page = `(cardinality($2::text[]) = 0 OR sku = ANY ($2)) AND ($3::text IS NULL OR sku > $3) ORDER BY sku LIMIT $1`;

/** $1 limit, $2 only these SKUs, $3 behind this SKU. */
export const listStockSql = `SELECT * FROM stock WHERE ${page}`;

/** The same with the sums over the reservations, in one snapshot. */
export const auditStockSql = `
WITH reserved AS (
  SELECT l.sku,
    sum(l.quantity) FILTER (WHERE r.status = 'HELD') AS held,
    sum(l.quantity) FILTER (WHERE r.status = 'COMMITTED') AS committed
  FROM reservations r, jsonb_to_recordset(r.lines) AS l (sku text COLLATE "C", quantity integer)
  WHERE r.status IN ('HELD', 'COMMITTED')
  GROUP BY l.sku
), page AS (SELECT * FROM stock WHERE ${page})
SELECT page.*, coalesce(held, 0) AS held, coalesce(committed, 0) AS committed
FROM page LEFT JOIN reserved USING (sku) ORDER BY sku`;

/** $1 limit, $2 only these orders, $3 behind this order. Order ids begin with their time. */
export const listReservationsSql = `
SELECT * FROM reservations
WHERE (cardinality($2::uuid[]) = 0 OR order_id = ANY ($2)) AND ($3::uuid IS NULL OR order_id < $3)
ORDER BY order_id DESC LIMIT $1`;
