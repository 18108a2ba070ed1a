const HEX = /^[0-9a-f]{32}$/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DECIMAL = /^[0-9]{1,20}$/;
const MAX_NUMBER = 2n ** 64n - 1n;
const ZERO = '0'.repeat(32);

/**
 * The trace id that older systems mean by a text: 32 hexadecimal digits as they are, a UUID without its dashes, and a
 * number of 64 bits (a snowflake) of 1 to 20 decimal digits in hexadecimal, with zeros before it.
 *
 * @returns 32 lower-case hexadecimal digits; undefined for anything else, for zero and for a larger number
 */
export function traceIdOfPlainId(text: string): string | undefined {
  const traceId = hexOf(text)?.toLowerCase();
  return traceId === ZERO ? undefined : traceId;
}

function hexOf(text: string): string | undefined {
  if (HEX.test(text)) return text;
  if (UUID.test(text)) return text.replaceAll('-', '');
  if (!DECIMAL.test(text)) return undefined;
  const number = BigInt(text);
  return number > MAX_NUMBER ? undefined : number.toString(16).padStart(32, '0');
}
