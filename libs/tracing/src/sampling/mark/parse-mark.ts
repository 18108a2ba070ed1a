/** `v1.<key id>.<expiry>.<nonce>.<signature>`, before anything of it is believed. */
export interface ParsedMark {
  readonly keyId: string;
  /** Seconds since the epoch. */
  readonly expiry: number;
  /** 16 to 32 bytes in base64url. */
  readonly nonce: string;
  /** All before the last dot. */
  readonly signed: string;
  /** 32 bytes in base64url; other texts that stand for the same bytes are other signatures. */
  readonly signature: string;
}

const SHAPE = /^(v1\.([\w-]{1,32})\.([1-9]\d{9})\.([\w-]{22,43}))\.([\w-]{43})$/;
const MAX_LENGTH = 160;

/** @returns undefined if it is none, as several in one header are */
export function parseMark(text: string): ParsedMark | undefined {
  const found = text.length > MAX_LENGTH ? null : SHAPE.exec(text);
  if (!found) return undefined;
  const [, signed = '', keyId = '', expiry, nonce = '', signature = ''] = found;
  return { keyId, expiry: Number(expiry), nonce, signed, signature };
}
