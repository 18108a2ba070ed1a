import type { SpanContext } from '@opentelemetry/api';
import type { Headers } from './boundary.ts';
import { type CallerTrace, MALFORMED } from './caller-trace.ts';
import { headerOf } from './header-of.ts';
import { originalOf } from './hex-ids.ts';
import { traceIdOfPlainId } from './plain-id.ts';
import { trimBlanks } from './trim-blanks.ts';
import type { WireFormat } from './wire-format.ts';

const HEADER = 'trace-id';

/** The bare id of older systems. It names no span, so that whoever reads it makes the first span of that trace. */
export const traceIdFormat: WireFormat = { fields: [HEADER], read, write };

function read(headers: Headers): CallerTrace | undefined {
  const value = headerOf(headers, HEADER);
  if (value === undefined) return undefined;
  const text = trimBlanks(value);
  const traceId = traceIdOfPlainId(text);
  return traceId ? { traceId, ...originalOf(text, traceId) } : MALFORMED;
}

function write({ traceId }: SpanContext, set: (name: string, value: string) => void): void {
  set(HEADER, traceId);
}
