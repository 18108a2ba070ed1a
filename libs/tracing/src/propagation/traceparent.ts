import type { SpanContext } from '@opentelemetry/api';
import type { CallerTrace } from './caller-trace.ts';
import { trimBlanks } from './trim-blanks.ts';

const LENGTH = 55;
/** Of versions to come, which may have more fields. */
const MAX_LENGTH = 512;
const SHAPE = /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-|$)/;
/** Sampled and random; the other bits have no meaning yet and must not be sent. */
const KNOWN_FLAGS = 3;

/** Reads a value of `traceparent`: https://www.w3.org/TR/trace-context-2/#traceparent-header. */
export function parseTraceparent(value: string): CallerTrace | undefined {
  const text = value.length === LENGTH ? value : trimBlanks(value);
  const isFuture = !text.startsWith('00');
  if (text.length !== LENGTH && !(isFuture && text.length < MAX_LENGTH)) return undefined;
  if (!SHAPE.test(text)) return undefined;
  const flags = Number.parseInt(text.charAt(LENGTH - 1), 16) & KNOWN_FLAGS;
  return { traceId: text.slice(3, 35), spanId: text.slice(36, 52), flags };
}

export function formatTraceparent({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-0${traceFlags & KNOWN_FLAGS}`;
}
