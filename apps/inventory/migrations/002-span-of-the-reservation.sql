-- The call that reserved: the release of what has expired is linked to it.
ALTER TABLE reservations
  ADD COLUMN trace_id text NOT NULL DEFAULT '',
  ADD COLUMN span_id text NOT NULL DEFAULT '';
