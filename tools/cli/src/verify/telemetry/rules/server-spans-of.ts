import type { Span } from '../../../trace/span.ts';
import { isOfMethod } from './is-of-method.ts';

/** The called side of a method. @param method e.g. `InventoryService/Reserve` */
export function serverSpansOf(spans: readonly Span[], method: string): readonly Span[] {
  return spans.filter((span) => span.kind === 'SERVER' && isOfMethod(span, method));
}
