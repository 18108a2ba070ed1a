CREATE TABLE stock (
  sku text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  price_minor bigint NOT NULL CHECK (price_minor > 0),
  currency text NOT NULL,
  total integer NOT NULL CHECK (total >= 0),
  -- No check against total: Postgres would make it on a row that was read before a wait for its lock.
  available integer NOT NULL CHECK (available >= 0)
);

-- One row an order. Its lines stand in the row itself: whoever changes the status gets, from the
-- newest version of the row, the lines that go with it.
CREATE TABLE reservations (
  order_id uuid PRIMARY KEY,
  status text NOT NULL CHECK (status IN ('HELD', 'COMMITTED', 'RELEASED', 'REJECTED')),
  lines jsonb NOT NULL,
  currency text NOT NULL DEFAULT '',
  refusal text,
  refused_sku text,
  create_time timestamptz NOT NULL DEFAULT now(),
  expire_time timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX reservations_held ON reservations (expire_time) WHERE status = 'HELD';

CREATE TABLE restocks (
  request_id text PRIMARY KEY,
  sku text NOT NULL,
  quantity integer NOT NULL,
  create_time timestamptz NOT NULL DEFAULT now()
);
