/**
 * $1 order id, $2 lines as JSON, $3 how long to hold, in ms, $4 trace id, $5 span id. One statement, so that a hot row is
 * locked for no round trip. Stock rows are locked in SKU order before anything else, here and in
 * release: no two calls can wait for each other. The new quantity is made from the locked row: `s` is the
 * row as it was before a wait for the lock, and Postgres checks constraints on what comes of that one
 * first. Answers no row where the order is known already.
 */
export const reserveSql = `
WITH wanted AS (
  SELECT sku, quantity FROM jsonb_to_recordset($2::jsonb) AS w (sku text COLLATE "C", quantity integer)
), locked AS (
  SELECT s.sku, s.available, s.price_minor, s.currency, w.quantity
  FROM stock s JOIN wanted w ON w.sku = s.sku ORDER BY s.sku FOR UPDATE OF s
), verdict AS (
  SELECT
    (SELECT min(sku) FROM wanted WHERE sku NOT IN (SELECT sku FROM locked)) AS unknown_sku,
    (SELECT min(sku) FROM locked WHERE available < quantity) AS short_sku,
    (SELECT coalesce(min(currency), '') FROM locked) AS currency,
    (SELECT jsonb_agg(jsonb_build_object(
       'sku', w.sku, 'quantity', w.quantity, 'priceMinor', coalesce(l.price_minor, 0)) ORDER BY w.sku)
     FROM wanted w LEFT JOIN locked l ON l.sku = w.sku) AS lines
), inserted AS (
  INSERT INTO reservations (order_id, status, lines, currency, refusal, refused_sku, expire_time,
    trace_id, span_id)
  SELECT
    $1,
    CASE WHEN coalesce(unknown_sku, short_sku) IS NULL THEN 'HELD' ELSE 'REJECTED' END,
    lines,
    currency,
    CASE WHEN unknown_sku IS NOT NULL THEN 'UNKNOWN_SKU' WHEN short_sku IS NOT NULL THEN 'OUT_OF_STOCK' END,
    coalesce(unknown_sku, short_sku),
    now() + $3 * interval '1 millisecond',
    $4,
    $5
  FROM verdict
  ON CONFLICT (order_id) DO NOTHING
  RETURNING *
), taken AS (
  UPDATE stock s SET available = l.available - l.quantity
  FROM locked l, inserted i
  WHERE s.sku = l.sku AND i.status = 'HELD'
)
SELECT * FROM inserted`;
