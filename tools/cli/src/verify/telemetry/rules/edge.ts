import type { Span } from '../../../trace/span.ts';

/** The service that takes calls from outside, whose callers may have a trace of their own. */
const edge = 'gateway';

/** True for a span that may name a parent which is in no store of ours. */
export function isAtEdge({ service, kind }: Span): boolean {
  return service === edge && kind === 'SERVER';
}
