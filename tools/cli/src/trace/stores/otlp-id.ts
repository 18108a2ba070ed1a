/**
 * An id in OTLP JSON as lower-case hex of `bytes` bytes, or null where it is absent, zero or not an id.
 * OTLP says hex; protobuf's own JSON mapping, which older Jaeger versions use, says base64. No text is both:
 * their lengths differ.
 */
export function readOtlpId(text: unknown, bytes: 8 | 16): string | null {
  if (typeof text !== 'string') return null;
  const hex =
    /^[0-9a-f]+$/i.test(text) && text.length === bytes * 2 ? text.toLowerCase() : fromBase64(text, bytes);
  return hex === null || /^0+$/.test(hex) ? null : hex;
}

function fromBase64(text: string, bytes: number): string | null {
  const buffer = Buffer.from(text, 'base64');
  const canonical = buffer.toString('base64').replace(/=+$/, '');
  return buffer.length === bytes && canonical === text.replace(/=+$/, '') ? buffer.toString('hex') : null;
}
