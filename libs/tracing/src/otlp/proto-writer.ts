import { putAscii } from './put-ascii.ts';
import { putVarint, varintSize } from './varint.ts';

/** Protobuf's wire types: https://protobuf.dev/programming-guides/encoding/#structure. */
export const VARINT = 0;
export const FIXED64 = 1;
export const LENGTH = 2;
export const FIXED32 = 5;

/** Characters up to which a loop is faster; their number takes one byte. */
const SHORT = 48;

/** Writes protobuf into a buffer that grows and is used again. Knows no schema. */
export class ProtoWriter {
  bytes: Buffer;
  /** How much is written. */
  size = 0;

  /** @param capacity bytes to begin with */
  constructor(capacity = 1024) {
    this.bytes = Buffer.allocUnsafeSlow(capacity);
  }

  tag(field: number, wireType: number): void {
    if (field < 16 && this.size < this.bytes.length) this.bytes[this.size++] = field * 8 + wireType;
    else this.varint(field * 8 + wireType);
  }

  /** @param value a whole number; a negative one takes ten bytes, as an int64 does */
  varint(value: number): void {
    this.#makeRoom(10);
    this.size = putVarint(this.bytes, this.size, value);
  }

  fixed32(value: number): void {
    this.#makeRoom(4);
    this.size = this.bytes.writeUInt32LE(value >>> 0, this.size);
  }

  fixed64(low: number, high: number): void {
    this.fixed32(low);
    this.fixed32(high);
  }

  double(value: number): void {
    this.#makeRoom(8);
    this.size = this.bytes.writeDoubleLE(value, this.size);
  }

  /** With its length before it. Lone surrogates become U+FFFD, as in every writer of Node. */
  text(text: string): void {
    this.#makeRoom(1 + text.length * 3);
    if (text.length <= SHORT && putAscii(this.bytes, this.size + 1, text)) {
      this.bytes[this.size] = text.length;
      this.size += 1 + text.length;
      return;
    }
    const reserved = varintSize(text.length);
    const start = this.open(reserved);
    this.#makeRoom(text.length * 3);
    this.size += this.bytes.write(text, this.size);
    this.close(start, reserved);
  }

  /** With its length before it. */
  block(bytes: Uint8Array): void {
    this.varint(bytes.length);
    this.raw(bytes);
  }

  /**
   * An id, with its length before it. One that is none is written as none: a collector refuses a whole request for an
   * id of the wrong size.
   */
  hex(digits: string, size: 8 | 16): void {
    this.#makeRoom(1 + size);
    const written = digits.length === size * 2 ? this.bytes.write(digits, this.size + 1, size, 'hex') : 0;
    const length = written === size ? size : 0;
    this.bytes[this.size] = length;
    this.size += 1 + length;
  }

  raw(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.bytes.set(bytes, this.size);
    this.size += bytes.length;
  }

  /**
   * Begins something whose length comes before it and is not known yet.
   * @param reserved bytes for the length; a wrong guess costs a move of what was written
   */
  open(reserved = 1): number {
    this.#makeRoom(reserved);
    this.size += reserved;
    return this.size;
  }

  close(start: number, reserved = 1): void {
    const length = this.size - start;
    const needed = varintSize(length);
    if (needed !== reserved) {
      this.#makeRoom(needed);
      this.bytes.copyWithin(start - reserved + needed, start, this.size);
      this.size += needed - reserved;
    }
    putVarint(this.bytes, start - reserved, length);
  }

  written(): Uint8Array {
    return this.bytes.subarray(0, this.size);
  }

  #makeRoom(more: number): void {
    if (this.size + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.size + more, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.size);
    this.bytes = larger;
  }
}
