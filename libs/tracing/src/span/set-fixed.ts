import type { Attributes, Span } from '@opentelemetry/api';
import { RecordingSpan } from './recording-span.ts';

/** @param attributes frozen, and the same object for all spans that have them: one of them is then a reference and not a copy */
export function setFixed(span: Span, attributes: Attributes): void {
  if (!(span instanceof RecordingSpan && span.setFixed(attributes))) span.setAttributes(attributes);
}
