import { isCall } from '../../../trace/is-call.ts';
import type { Span } from '../../../trace/span.ts';
import { spanStatus } from '../../../trace/span-status.ts';

/** How a call ends that may not have reached a server. */
const unheard = new Set(['UNAVAILABLE', 'DEADLINE_EXCEEDED', 'CANCELLED']);

/** The calls that a service answered and whose span of that service is not there. */
export function unansweredCalls(spans: readonly Span[]): readonly Span[] {
  const servers = spans.filter(({ kind }) => kind === 'SERVER');
  const answered = new Set(servers.map(({ parentId }) => parentId));
  return spans.filter((span) => isCall(span) && !answered.has(span.spanId) && !unheard.has(spanStatus(span)));
}
