/** Of the 64 bits that a decimal id counts with. */
const largest = 2n ** 64n - 1n;

/**
 * The trace id that the services make of an older system's: a UUID without its dashes, 1 to 20 decimal digits (a
 * snowflake) as 64 bits. 32 hex digits; undefined for any other text, zero, and a number above 64 bits.
 */
export function readForeignTraceId(text: string): string | undefined {
  if (/^\d{1,20}$/.test(text)) {
    const number = BigInt(text);
    return number > 0n && number <= largest ? number.toString(16).padStart(32, '0') : undefined;
  }
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
  const hex = text.replaceAll('-', '').toLowerCase();
  return isUuid && !/^0+$/.test(hex) ? hex : undefined;
}
