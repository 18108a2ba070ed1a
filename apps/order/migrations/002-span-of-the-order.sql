-- The span that made the order, in the trace of trace_id: work that goes on without its call is linked to it.
ALTER TABLE orders ADD COLUMN span_id text NOT NULL DEFAULT '';
