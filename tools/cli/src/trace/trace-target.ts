import { readForeignTraceId } from './foreign-trace-id.ts';

/** What `mesh trace` was asked for. */
export type TraceTarget =
  | { readonly kind: 'trace'; readonly traceId: string }
  | { readonly kind: 'order'; readonly orderId: string }
  | { readonly kind: 'last' };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for a UUID in lower case. */
export function isOrderId(text: string): boolean {
  return uuid.test(text);
}

/**
 * Reads the word after `mesh trace`: a trace id (32 hex digits, the 16 of older tracers, or up to 20 decimal ones), an
 * order id (a UUID) or `last`. Upper case is taken; 16 decimal digits are a number, as they are to the services.
 * Undefined where it is none of these.
 */
export function readTraceTarget(word: string): TraceTarget | undefined {
  const text = word.trim().toLowerCase();
  if (text === 'last') return { kind: 'last' };
  if (isOrderId(text)) return { kind: 'order', orderId: text };
  const foreign = readForeignTraceId(text);
  if (foreign !== undefined) return { kind: 'trace', traceId: foreign };
  if (/^(0+|\d{1,20})$/.test(text) || !/^([0-9a-f]{16}|[0-9a-f]{32})$/.test(text)) return undefined;
  return { kind: 'trace', traceId: text.padStart(32, '0') };
}
