import type { Span } from '../../../trace/span.ts';
import { isAtEdge } from './edge.ts';

/** The spans that may begin a trace: those without a parent, and those of the edge whose parent is the caller's. */
export function rootsOf(spans: readonly Span[]): readonly Span[] {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  return spans.filter((span) => span.parentId === null || (!ids.has(span.parentId) && isAtEdge(span)));
}
