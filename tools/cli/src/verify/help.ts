import { rulesFor } from './rules/rules.ts';
import { telemetryRules } from './telemetry/rules/telemetry-rules.ts';

const hasLedger = true;
const listed = (rules: readonly { readonly name: string; readonly sentence: string }[]) =>
  rules.map(({ name, sentence }) => `  ${name.padEnd(25)} ${sentence}`).join('\n');

/** What `mesh verify --help` prints. */
export const verifyHelp = `mesh verify [--ledger FILE] [--settle SECONDS] [--json]
mesh verify --telemetry [--since TIME] [--settle SECONDS] [--json]

Proves by RPCs alone that orders and stock agree, at rest and under load: what looks broken is read
again on its own until it agrees or the time is over; only what stays broken is a violation.

  --ledger FILE      what clients were told, one JSON object a line:
                     {"key", "id", "status", "customerId"?}
  --settle SECONDS   how long what looks broken may take to agree (default 20)
  --json             one JSON document instead:
                     {"holds", "checked": {"orders", "reservations", "skus", "acknowledged"},
                      "rules": [{"name", "sentence", "violations": number}],
                      "violations": [{"rule", "subject", "problem"}]}

Rules, the last three with a ledger only:
${listed(rulesFor(hasLedger))}

With --telemetry it proves that the traces and log lines of the orders are whole: it reads the orders
of a time window, each order's trace by the trace id that it keeps, and the lines of these traces.
Counted are missing spans and lines, duplicates (what a store gives more than once; mesh trace shows it
once) and orphans (what names a parent or a span that is not there). Of
a trace that was not kept (its lines say so by their flags) only lines are checked.
The rules below see no more than they say: that one of several statements is lost, or a line that does
not end a call, goes unseen. What a store no longer keeps is counted as missing: telemetry-lite has
room for about 60,000 spans and 25,000 lines, Jaeger keeps spans for 48 h, Loki lines for 72 h.

  --since TIME       orders created since then: 2026-11-26T10:00:00Z, or how long ago: 90s, 10m, 2h, 1d
                     (default: since the start of the mesh that npm start runs)
  --settle SECONDS   how long what is not whole may take to arrive (default 20)
  --json             one JSON document instead:
                     {"whole", "since", "until",
                      "checked": {"orders", "traces", "unsampled", "spans", "lines",
                                  "finishedElsewhere"},
                      "missing", "duplicates", "orphans": {"spans", "lines"} each,
                      "rules": [{"name", "sentence", "found": number}],
                      "findings": [{"rule", "subject", "problem"}]}

Rules of --telemetry:
${listed(telemetryRules)}

Reads over gRPC, by default where HOST and the mesh's port variables say:
  ORDER_ADDRESS       (127.0.0.1:50051)
  INVENTORY_ADDRESS   (127.0.0.1:50052)
and spans and lines where mesh trace reads them (mesh trace --help).

Exit code: 0 all rules hold; 1 violations; 2 wrong usage, an unusable ledger or no order in the time
window; 3 a service or a back end could not be read.
`;
