/**
 * Writes a short text in a loop, which takes less time than a call of the buffer's own method.
 *
 * @param bytes have room for it
 * @returns whether it is of ASCII; of another only a part is written
 */
export function putAscii(bytes: Uint8Array, start: number, text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return false;
    bytes[start + at] = code;
  }
  return true;
}
