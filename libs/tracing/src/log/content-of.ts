import { describeError } from './describe-error.ts';
import { isError } from './is-error.ts';

/** More items than a line has room for. */
const MAX_ITEMS = 4_000;

/**
 * What is written in the place of an object: an object whose own fields are, a list, or something that is none.
 *
 * @param isJson it comes of a `toJSON` already: as in JSON.stringify, a further one is not called
 * @throws what the caller's own code throws: `toJSON`, the trap of a proxy
 */
export function contentOf(object: object, isJson = false): unknown {
  if (isError(object)) return describeError(object);
  if (Array.isArray(object)) return object;
  if (ArrayBuffer.isView(object) || object instanceof ArrayBuffer) return `[${object.byteLength} bytes]`;
  if (object instanceof Set || object instanceof Map) return firstItems(object);
  if (object instanceof String || object instanceof Number || object instanceof Boolean)
    return object.valueOf();
  const { toJSON } = object as { toJSON?: unknown };
  if (isJson || typeof toJSON !== 'function') return object;
  const json: unknown = toJSON.call(object);
  return typeof json === 'object' && json !== null ? contentOf(json, true) : json;
}

function firstItems(items: Iterable<unknown>): unknown[] {
  const first: unknown[] = [];
  for (const item of items) if (first.push(item) >= MAX_ITEMS) break;
  return first;
}
