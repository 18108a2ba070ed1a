import type { Finding } from '../finding.ts';
import { nameIds } from '../rules/name-ids.ts';
import { telemetryRules } from './rules/telemetry-rules.ts';
import type { TraceFacts } from './trace-facts.ts';

/** What is missing, duplicate or orphan in one trace. */
export function checkFacts(facts: TraceFacts): readonly Finding[] {
  const ids = nameIds(facts.orders.map(({ orderId }) => orderId));
  const subject = facts.traceId === '' ? `order ${ids}` : `trace ${facts.traceId} of order ${ids}`;
  return telemetryRules.flatMap(({ name, find }) => {
    return find(facts).map((problem) => ({ rule: name, subject, problem }));
  });
}
