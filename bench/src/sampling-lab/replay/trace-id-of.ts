import { fields } from '../../sink/fields.ts';

const TRACE_ID = 1;

/** The 16 bytes of a span of OTLP, a character each: short, and good enough to compare. */
export function traceIdOf(span: Buffer): string {
  const field = fields(span).find(({ number }) => number === TRACE_ID);
  return Buffer.isBuffer(field?.value) ? field.value.toString('latin1') : '';
}
