-- The row is the log of the order: it is written before anything else is done for it.
CREATE TABLE orders (
  -- Begins with its time, so that the newest order has the greatest id.
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  customer_id text NOT NULL,
  idempotency_key text NOT NULL,
  status text NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'CONFIRMED', 'REJECTED', 'CANCELLED')),
  items jsonb NOT NULL,
  total_minor bigint NOT NULL DEFAULT 0,
  currency text NOT NULL DEFAULT '',
  rejection text,
  rejected_sku text,
  trace_id text NOT NULL,
  create_time timestamptz NOT NULL DEFAULT now(),
  -- The intent to cancel; the order stays CONFIRMED until the stock is given back.
  cancel_time timestamptz,
  UNIQUE (customer_id, idempotency_key),
  CHECK (cancel_time IS NULL OR status IN ('CONFIRMED', 'CANCELLED')),
  CHECK (status <> 'REJECTED' OR rejection IS NOT NULL)
);

-- What a sweeper looks for.
CREATE INDEX orders_unfinished ON orders (create_time)
  WHERE status = 'PENDING' OR (status = 'CONFIRMED' AND cancel_time IS NOT NULL);
