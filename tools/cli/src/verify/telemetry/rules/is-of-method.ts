import type { Span } from '../../../trace/span.ts';
import { spanName } from '../../../trace/span-name.ts';

/** True for either side of a call. @param method e.g. `InventoryService/Reserve` */
export function isOfMethod(span: Span, method: string): boolean {
  // Zipkin keeps names in lower case.
  return spanName(span).toLowerCase() === method.toLowerCase();
}
