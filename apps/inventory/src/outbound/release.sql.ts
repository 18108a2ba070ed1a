/**
 * $1 order id, $2 the statuses to release from, $3 only where its time is over. Gives the stock back
 * in the statement that changes the status, so once. Stock rows are locked in SKU order first, as in
 * reserve. Answers no row where there is nothing to release.
 */
export const releaseSql = `
WITH locked AS (
  SELECT s.sku
  FROM reservations r, jsonb_to_recordset(r.lines) AS l (sku text COLLATE "C"), stock s
  WHERE r.order_id = $1 AND s.sku = l.sku ORDER BY s.sku FOR UPDATE OF s
), released AS (
  UPDATE reservations r SET status = 'RELEASED'
  FROM (SELECT count(*) FROM locked) AS after_the_locks
  WHERE r.order_id = $1 AND r.status = ANY ($2) AND (NOT $3 OR r.expire_time < now())
  RETURNING r.*
), given_back AS (
  UPDATE stock s SET available = s.available + l.quantity
  FROM released r, jsonb_to_recordset(r.lines) AS l (sku text COLLATE "C", quantity integer)
  WHERE s.sku = l.sku
)
SELECT * FROM released`;

/** $1 order id. What an early Release leaves, so that a late Reserve finds itself released. */
export const tombstoneSql = `
INSERT INTO reservations (order_id, status, lines) VALUES ($1, 'RELEASED', '[]')
ON CONFLICT (order_id) DO NOTHING
RETURNING *`;
