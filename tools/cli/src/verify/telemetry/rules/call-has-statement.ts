import { spanStatus } from '../../../trace/span-status.ts';
import { isOfMethod } from './is-of-method.ts';
import { nameSpan } from './name-span.ts';
import { createOrder } from './order-has-create.ts';
import type { TelemetryRule } from './telemetry-rule.ts';

/** Each writes to its database before it answers OK. */
const writing = [createOrder, 'InventoryService/Reserve', 'InventoryService/Commit'];

export const callHasStatement: TelemetryRule = {
  name: 'call-has-statement',
  sentence: 'A CreateOrder, Reserve or Commit that ended OK shows a statement to its database.',
  counts: 'missing',
  of: 'spans',
  find({ spans }) {
    const statements = spans.filter(({ attributes: a }) => 'db.system' in a || 'db.system.name' in a);
    const asking = new Set(statements.map(({ parentId }) => parentId));
    return spans
      .filter((span) => span.kind === 'SERVER' && writing.some((method) => isOfMethod(span, method)))
      .filter((span) => spanStatus(span) === 'OK' && !asking.has(span.spanId))
      .map((span) => `the statements of ${nameSpan(span)}`);
  },
};
