/** A number, or bytes. What has a fixed length is of no use to anybody here, and skipped. */
export type FieldValue = number | Buffer;

/**
 * Reads the fields of a protobuf message in their order: https://protobuf.dev/programming-guides/encoding/#structure.
 *
 * @returns false: it is none, or is cut off
 */
export function readFields(message: Buffer, take: (field: number, value: FieldValue) => void): boolean {
  const bytes = new FieldBytes(message);
  while (bytes.isLeft) {
    const key = bytes.varint();
    const value = bytes.value(key % 8);
    if (bytes.isBroken || key < 8) return false;
    if (value !== undefined) take(Math.floor(key / 8), value);
  }
  return true;
}

/** A number of 64 bits takes ten bytes. */
const MAX_VARINT_BYTES = 10;

class FieldBytes {
  isBroken = false;
  #at = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get isLeft(): boolean {
    return this.#at < this.#bytes.length;
  }

  /** Over 2^53 it is only about right. */
  varint(): number {
    let value = 0;
    let factor = 1;
    const end = Math.min(this.#bytes.length, this.#at + MAX_VARINT_BYTES);
    while (this.#at < end) {
      const byte = this.#bytes[this.#at++] as number;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
    this.isBroken = true;
    return 0;
  }

  /** @returns undefined for what is skipped */
  value(wireType: number): FieldValue | undefined {
    if (wireType === 0) return this.varint();
    if (wireType === 2) return this.#take(this.varint());
    if (wireType === 1 || wireType === 5) this.#take(wireType === 1 ? 8 : 4);
    else this.isBroken = true;
    return undefined;
  }

  #take(length: number): Buffer {
    const start = this.#at;
    this.isBroken ||= start + length > this.#bytes.length;
    this.#at += length;
    return this.#bytes.subarray(start, this.#at);
  }
}
