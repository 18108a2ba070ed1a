import type { Span } from '../../../trace/span.ts';
import { spanName } from '../../../trace/span-name.ts';

/** E.g. `order SERVER OrderService/CreateOrder 00f067aa0ba902b7`. Not safe to print. */
export function nameSpan(span: Span): string {
  return `${span.service} ${span.kind} ${spanName(span)} ${span.spanId}`;
}
