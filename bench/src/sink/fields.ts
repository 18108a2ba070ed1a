/** One field of a protobuf message: the number of a varint, or the bytes of a text or message. */
export interface Field {
  readonly number: number;
  readonly value: number | Buffer;
}

/**
 * The fields of a message in order, undecoded (https://protobuf.dev/programming-guides/encoding/). A varint is read to
 * 31 bits, which all kinds, counts and lengths here fit in; a fixed-size number is given as its bytes.
 */
export function* fields(bytes: Buffer): Generator<Field> {
  for (let at = 0; at < bytes.length; ) {
    const key = readVarint(bytes, at);
    const number = key.value >> 3;
    const wireType = key.value & 7;
    const first = wireType === 0 || wireType === 2 ? readVarint(bytes, key.end) : { value: 0, end: key.end };
    at = first.end + sizeOf(wireType, first.value);
    yield { number, value: wireType === 0 ? first.value : bytes.subarray(first.end, at) };
  }
}

function sizeOf(wireType: number, length: number): number {
  return { 0: 0, 1: 8, 2: length, 5: 4 }[wireType] ?? Number.NaN;
}

function readVarint(bytes: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  for (let at = start, shift = 0; ; at++, shift += 7) {
    const byte = bytes.readUInt8(at);
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return { value, end: at + 1 };
  }
}
