import type { Span } from '../../../trace/span.ts';
import { spanName } from '../../../trace/span-name.ts';

/** The called side of a method. @param method e.g. `InventoryService/Reserve` */
export function serverSpansOf(spans: readonly Span[], method: string): readonly Span[] {
  // Zipkin keeps names in lower case.
  const name = method.toLowerCase();
  return spans.filter((span) => span.kind === 'SERVER' && spanName(span).toLowerCase() === name);
}
