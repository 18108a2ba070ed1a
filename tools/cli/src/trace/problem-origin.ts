import type { Span } from './span.ts';
import type { SpanTree } from './span-tree.ts';

/**
 * True where a failed span says something that none of the failed calls below it says. A failure is passed on from
 * call to call with the same words, or without any: the words are shown where they come from.
 */
export function isProblemOrigin({ failed, problem, spanId }: Span, { children }: SpanTree): boolean {
  if (!failed || problem === '') return false;
  const failedBelow = (id: string) => (children.get(id) ?? []).filter((child) => child.failed);
  for (let level = failedBelow(spanId); level.length > 0; ) {
    if (level.some((span) => span.problem === problem)) return false;
    level = level.flatMap((span) => (span.problem === '' ? failedBelow(span.spanId) : []));
  }
  return true;
}
