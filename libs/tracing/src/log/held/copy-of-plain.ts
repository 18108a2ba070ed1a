import type { Call } from '../call.ts';

/**
 * A call with fields of its own, if their copy says all of them: nothing that is read by the caller's own code, nothing beyond them.
 * What they hold is not looked at.
 *
 * @returns undefined for all else
 */
export function copyOfPlain(call: Call): Call | undefined {
  const { message, error, fields, shared, args } = call;
  if (typeof message !== 'string' || error || args.length > 0) return undefined;
  try {
    if (fields && !isPlain(fields)) return undefined;
    if (call.isInfo && fields && Object.getOwnPropertySymbols(fields).length > 0) return undefined;
    if (!shared.every(isPlain)) return undefined;
    return {
      ...call,
      fields: fields && { ...fields },
      shared: shared.length > 0 ? shared.map(copy) : shared,
    };
  } catch {
    return undefined;
  }
}

function copy(fields: object): object {
  return { ...fields };
}

function isPlain(fields: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(fields);
  return prototype === Object.prototype || prototype === null;
}
