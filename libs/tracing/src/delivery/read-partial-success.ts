import { type FieldValue, readFields } from '../otlp/read-fields.ts';

/** What a collector says of a request that it took. */
export interface PartialSuccess {
  /** Spans, log records or points that it did not take. */
  readonly rejected: number;
  readonly reason: string;
}

/**
 * Reads the answer to a request: field 1 is the partial success, in it 1 is the number and 2 the message, for all signals
 * (https://opentelemetry.io/docs/specs/otlp/#partial-success-1). What cannot be read says nothing.
 *
 * @returns `undefined` if all was taken
 */
export function readPartialSuccess(answer: Uint8Array): PartialSuccess | undefined {
  const partial = fieldsOf(answer).get(1);
  if (!Buffer.isBuffer(partial)) return undefined;
  const fields = fieldsOf(partial);
  const rejected = fields.get(1);
  const message = fields.get(2);
  if (typeof rejected !== 'number' || rejected === 0) return undefined;
  return { rejected, reason: Buffer.isBuffer(message) ? message.toString() : '' };
}

/** The numbers and texts of a message, as far as it can be read; the last of each counts. */
function fieldsOf(bytes: Uint8Array): Map<number, FieldValue> {
  const fields = new Map<number, FieldValue>();
  readFields(Buffer.from(bytes), (field, value) => fields.set(field, value));
  return fields;
}
