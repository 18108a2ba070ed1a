/**
 * Whether an object that is given beside a message holds fields. A list, a Map, bytes and a Date have none of their own: they are
 * values as a whole, and so is what cannot be asked what it is.
 */
export function isFields(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  try {
    if (Object.getPrototypeOf(value) === Object.prototype) return true;
    const isWhole =
      Array.isArray(value) || ArrayBuffer.isView(value) || WHOLE.some((type) => value instanceof type);
    return !isWhole;
  } catch {
    return false;
  }
}

const WHOLE = [Error, Map, Set, Date, ArrayBuffer];
