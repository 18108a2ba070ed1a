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
  if (!(partial instanceof Uint8Array)) return undefined;
  const fields = fieldsOf(partial);
  const rejected = fields.get(1);
  const message = fields.get(2);
  if (typeof rejected !== 'number' || rejected === 0) return undefined;
  return { rejected, reason: message instanceof Uint8Array ? Buffer.from(message).toString() : '' };
}

/** The numbers and texts of a message, up to the first field that is neither. */
function fieldsOf(bytes: Uint8Array): Map<number, number | Uint8Array> {
  const fields = new Map<number, number | Uint8Array>();
  for (let at = 0; at < bytes.length; ) {
    const key = readVarint(bytes, at);
    const value = readVarint(bytes, key.end);
    const wireType = key.value % 8;
    if (wireType !== 0 && wireType !== 2) break;
    at = wireType === 0 ? value.end : value.end + value.value;
    fields.set(Math.floor(key.value / 8), wireType === 0 ? value.value : bytes.subarray(value.end, at));
  }
  return fields;
}

function readVarint(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  let factor = 1;
  for (let at = start; at < bytes.length; at++, factor *= 128) {
    const byte = bytes[at] as number;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return { value, end: at + 1 };
  }
  return { value, end: bytes.length };
}
