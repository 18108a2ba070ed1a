import { callHasServer } from './call-has-server.ts';
import { callHasStatement } from './call-has-statement.ts';
import { completesOnce } from './completes-once.ts';
import { confirmedHasSteps } from './confirmed-has-steps.ts';
import { lineHasSpan } from './line-has-span.ts';
import { lineOnce } from './line-once.ts';
import { oneRoot } from './one-root.ts';
import { orderHasCreate } from './order-has-create.ts';
import { orderHasTrace } from './order-has-trace.ts';
import { serverHasLine } from './server-has-line.ts';
import { spanHasParent } from './span-has-parent.ts';
import { spanOnce } from './span-once.ts';
import type { TelemetryRule } from './telemetry-rule.ts';
import { traceHasRoot } from './trace-has-root.ts';

/** Every rule about the telemetry of an order, as they are listed. */
export const telemetryRules: readonly TelemetryRule[] = [
  orderHasTrace,
  traceHasRoot,
  orderHasCreate,
  callHasServer,
  confirmedHasSteps,
  callHasStatement,
  serverHasLine,
  spanOnce,
  lineOnce,
  completesOnce,
  oneRoot,
  spanHasParent,
  lineHasSpan,
];
