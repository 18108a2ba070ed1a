import { isCall } from '../../../trace/is-call.ts';
import { spanStatus } from '../../../trace/span-status.ts';
import { nameSpan } from './name-span.ts';
import type { TelemetryRule } from './telemetry-rule.ts';

/** How a call ends that may not have reached a server. */
const unheard = new Set(['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'CANCELLED']);

export const callHasServer: TelemetryRule = {
  name: 'call-has-server',
  sentence: 'A call that a service answered has the span of that service.',
  counts: 'missing',
  of: 'spans',
  find({ spans }) {
    const servers = spans.filter(({ kind }) => kind === 'SERVER');
    const answered = new Set(servers.map(({ parentId }) => parentId));
    return spans
      .filter((span) => isCall(span) && !answered.has(span.spanId) && !unheard.has(spanStatus(span)))
      .map((span) => `the server's span of ${nameSpan(span)}`);
  },
};
