/** Of V8, a text without its characters, and a number that is no small integer. */
const TEXT_BYTES = 16;
const NUMBER_BYTES = 16;
/** A list, a map or bytes by themselves. */
const OBJECT_BYTES = 48;
const VIEW_BYTES = 240;
/** A place for a reference, with what a growing list has in reserve. */
const ENTRY_BYTES = 12;
/** An entry of a map, whose shape may be its own. */
const PROPERTY_BYTES = 48;

/** V8 finds this out of what it knows of the text, without a look at its characters, where it is so. */
const IS_WIDE = /[^\0-\xff]/;

/** Shorter ones take hardly more than they are counted, be they wide. */
const SHORT = 8;

/** Bytes of memory that a text takes. One that was cut from a longer text holds all of that, which nobody can see. */
export function sizeOfText(text: string): number {
  const { length } = text;
  const bytes = length > SHORT && IS_WIDE.test(text) ? 2 * length : length;
  return TEXT_BYTES + ((bytes + 7) & ~7);
}

/** Bytes of memory that a value takes, rather too many than too few: as if it were nobody else's, too. */
export function sizeOfValue(value: unknown): number {
  if (typeof value === 'string') return sizeOfText(value);
  if (typeof value === 'number') return (value | 0) === value ? 0 : NUMBER_BYTES;
  if (typeof value !== 'object' || value === null) return 0;
  if (ArrayBuffer.isView(value)) return VIEW_BYTES + value.byteLength;
  if (!Array.isArray(value)) return sizeOfProperties(value);
  return value.reduce((sum: number, one) => sum + ENTRY_BYTES + sizeOfValue(one), OBJECT_BYTES);
}

/** The same of a map with its keys. */
export function sizeOfProperties(map: object): number {
  let bytes = OBJECT_BYTES;
  for (const [key, value] of Object.entries(map))
    bytes += PROPERTY_BYTES + sizeOfText(key) + sizeOfValue(value);
  return bytes;
}
