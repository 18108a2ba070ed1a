import type { Call } from '../call.ts';

/**
 * Whether a call can be told from its text and copies of its fields: there is nothing else, and none of the fields are of a
 * class. What they hold is not looked at.
 *
 * @throws what a proxy throws
 */
export function canCopy({ message, error, fields, shared, args }: Call): boolean {
  if (typeof message !== 'string' || error || args.length > 0) return false;
  if (fields && !isPlain(fields)) return false;
  for (let at = 0; at < shared.length; at++) if (!isPlain(shared[at] as object)) return false;
  return true;
}

function isPlain(fields: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(fields);
  return prototype === Object.prototype || prototype === null;
}
