const TRACE_ID = /^(?:[0-9a-f]{16}|[0-9a-f]{32})$/i;
const ZEROS = /^0+$/;

/** A trace id as we write it, from 16 or 32 hexadecimal digits in any case; undefined for anything else, and for zero. */
export function traceIdOfHex(text: string): string | undefined {
  return TRACE_ID.test(text) && !ZEROS.test(text) ? text.toLowerCase().padStart(32, '0') : undefined;
}

/** A span id as we write it, from 16 hexadecimal digits in any case; undefined for anything else, and for zero. */
export function spanIdOfHex(text: string): string | undefined {
  return text.length === 16 && TRACE_ID.test(text) && !ZEROS.test(text) ? text.toLowerCase() : undefined;
}

/** The caller's text, if it is another than the id that was made of it. */
export function originalOf(text: string, traceId: string): { originalId?: string } {
  return text === traceId ? {} : { originalId: text };
}
