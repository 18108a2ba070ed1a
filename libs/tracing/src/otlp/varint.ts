/**
 * Writes a whole number in groups of seven bits, lowest first: https://protobuf.dev/programming-guides/encoding/#varints.
 *
 * @param value from -2^63 to 2^63; a negative one takes ten bytes, as an int64 does
 * @returns where it ends
 */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
  if (value < 0 || value > Number.MAX_SAFE_INTEGER) return putLarge(bytes, at, value);
  let end = at;
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes[end++] = (rest & 0x7f) | 0x80;
  bytes[end++] = rest;
  return end;
}

/** @param value 0 or more */
export function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 128)) size++;
  return size;
}

function putLarge(bytes: Uint8Array, at: number, value: number): number {
  let end = at;
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 0x7fn; rest >>= 7n) bytes[end++] = Number(rest & 0x7fn) | 0x80;
  bytes[end++] = Number(rest);
  return end;
}
