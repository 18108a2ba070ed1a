/** $1 customer, $2 key, $3 items as JSON, $4 trace id, $5 span id. Answers no row where the key is known. */
export const recordSql = `
INSERT INTO orders (customer_id, idempotency_key, items, trace_id, span_id) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (customer_id, idempotency_key) DO NOTHING
RETURNING *`;

/** $1 customer, $2 key. */
export const findByKeySql = 'SELECT * FROM orders WHERE customer_id = $1 AND idempotency_key = $2';

/** $1 id. */
export const findSql = 'SELECT * FROM orders WHERE id = $1';

/** $1 id, $2 items with prices as JSON, $3 total, $4 currency. */
export const confirmSql = `
UPDATE orders SET status = 'CONFIRMED', items = $2, total_minor = $3, currency = $4
WHERE id = $1 AND status = 'PENDING'
RETURNING *`;

/** $1 id, $2 why, $3 the product it is about. */
export const rejectSql = `
UPDATE orders SET status = 'REJECTED', rejection = $2, rejected_sku = $3
WHERE id = $1 AND status = 'PENDING'
RETURNING *`;

/** $1 id. */
export const requestCancelSql = `
UPDATE orders SET cancel_time = coalesce(cancel_time, now()) WHERE id = $1 AND status = 'CONFIRMED'
RETURNING *`;

/** $1 id. */
export const finishCancelSql = `
UPDATE orders SET status = 'CANCELLED' WHERE id = $1 AND status = 'CONFIRMED' AND cancel_time IS NOT NULL
RETURNING *`;

/** $1 limit, $2 behind this order. */
export const listSql = `
SELECT * FROM orders WHERE $2::uuid IS NULL OR id < $2 ORDER BY id DESC LIMIT $1`;

/** $1 limit, $2 age in ms. The first condition is that of the index. */
export const unfinishedSql = `
SELECT * FROM orders
WHERE (status = 'PENDING' OR (status = 'CONFIRMED' AND cancel_time IS NOT NULL))
  AND coalesce(cancel_time, create_time) < now() - $2 * interval '1 millisecond'
ORDER BY create_time LIMIT $1`;
