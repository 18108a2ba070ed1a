import { rulesFor } from './rules/rules.ts';

const hasLedger = true;
const rules = rulesFor(hasLedger).map(({ name, sentence }) => `  ${name.padEnd(25)} ${sentence}`);

/** What `mesh verify --help` prints. */
export const verifyHelp = `mesh verify [--ledger FILE] [--settle SECONDS] [--json]

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
${rules.join('\n')}

Reads over gRPC, by default where HOST and the mesh's port variables say:
  ORDER_ADDRESS       (127.0.0.1:50051)
  INVENTORY_ADDRESS   (127.0.0.1:50052)

Exit code: 0 all rules hold; 1 violations; 2 wrong usage or an unusable ledger; 3 a service could
not be read.
`;
