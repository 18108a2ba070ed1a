/** A protobuf message without its schema: for each field number its values in order. */
export type Message = ReadonlyMap<number, readonly (bigint | Buffer)[]>;

/** Reads the wire format (https://protobuf.dev/programming-guides/encoding/): varint, 64 bit, length, 32 bit. */
export function decode(bytes: Buffer): Message {
  const message = new Map<number, (bigint | Buffer)[]>();
  for (let at = 0; at < bytes.length; ) {
    const key = readVarint(bytes, at);
    const field = readValue(bytes, key.end, Number(key.value & 7n));
    at = field.end;
    const number = Number(key.value >> 3n);
    message.set(number, [...(message.get(number) ?? []), field.value]);
  }
  return message;
}

export function messages(message: Message, field: number): Message[] {
  return (message.get(field) ?? []).map((value) => decode(value as Buffer));
}

export function text(message: Message, field: number): string {
  return bytes(message, field).toString('utf8');
}

export function hex(message: Message, field: number): string {
  return bytes(message, field).toString('hex');
}

export function int(message: Message, field: number): bigint {
  return (message.get(field)?.[0] as bigint | undefined) ?? 0n;
}

export function double(message: Message, field: number): number {
  const bits = Buffer.alloc(8);
  bits.writeBigUInt64LE(int(message, field));
  return bits.readDoubleLE();
}

function bytes(message: Message, field: number): Buffer {
  return (message.get(field)?.[0] as Buffer | undefined) ?? Buffer.alloc(0);
}

function readValue(bytes: Buffer, at: number, wireType: number): { value: bigint | Buffer; end: number } {
  if (wireType === 0) return readVarint(bytes, at);
  if (wireType === 1) return { value: bytes.readBigUInt64LE(at), end: at + 8 };
  if (wireType === 5) return { value: BigInt(bytes.readUInt32LE(at)), end: at + 4 };
  const { value: length, end: start } = readVarint(bytes, at);
  const end = start + Number(length);
  return { value: bytes.subarray(start, end), end };
}

function readVarint(bytes: Buffer, at: number): { value: bigint; end: number } {
  let value = 0n;
  for (let end = at, shift = 0n; ; end++, shift += 7n) {
    const byte = bytes.readUInt8(end);
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return { value, end: end + 1 };
  }
}
