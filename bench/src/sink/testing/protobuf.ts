import assert from 'node:assert/strict';

/** A field that holds bytes, on the wire. */
export function field(number: number, ...parts: (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  assert.ok(content.length < 128 * 128);
  const length =
    content.length < 128 ? [content.length] : [0x80 | (content.length & 0x7f), content.length >> 7];
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...length]), content]);
}

/** @param value below 128 */
export function varint(number: number, value: number): Buffer {
  return Buffer.from([(number << 3) | 0, value]);
}

export function fixed64(number: number, value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return Buffer.concat([Buffer.from([(number << 3) | 1]), bytes]);
}
