import { type Budget, spend, spendText } from './budget.ts';
import { describeError } from './describe-error.ts';
import { readProperty, setProperty } from './property.ts';

/** A value that JSON can hold as it is. */
export type Plain = string | number | boolean | null | Plain[] | PlainObject;
export interface PlainObject {
  [name: string]: Plain;
}

const MAX_DEPTH = 8;

/**
 * A copy of any value that is safe to write: no cycles, bounded in depth and size, well-formed text.
 * Never throws, whatever getters, proxies and `toJSON` do.
 */
export function toPlain(value: unknown, budget: Budget, ancestors: readonly object[] = []): Plain {
  if (typeof value === 'object' && value !== null) return objectToPlain(value, budget, ancestors);
  if (typeof value === 'string') return spendText(budget, value);
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
    spend(budget, String(value).length);
    return value;
  }
  if (typeof value === 'function') return spendText(budget, '[Function]');
  return value == null ? null : spendText(budget, String(value));
}

function objectToPlain(object: object, budget: Budget, ancestors: readonly object[]): Plain {
  if (ancestors.includes(object)) return spendText(budget, '[Circular]');
  if (ancestors.length >= MAX_DEPTH) return spendText(budget, '[Nested too deep]');
  try {
    return contentToPlain(object, budget, [...ancestors, object]);
  } catch {
    return spendText(budget, '[Unreadable]');
  }
}

function contentToPlain(object: object, budget: Budget, path: readonly object[]): Plain {
  if (object instanceof Error) return entriesToPlain(describeError(object), budget, path);
  if (ArrayBuffer.isView(object)) return spendText(budget, `[${object.byteLength} bytes]`);
  if (Array.isArray(object) || object instanceof Set || object instanceof Map)
    return listToPlain(object, budget, path);
  const toJSON = readProperty(object, 'toJSON');
  if (typeof toJSON === 'function') return toPlain(toJSON.call(object), budget, path);
  return entriesToPlain(object, budget, path);
}

function listToPlain(list: Iterable<unknown>, budget: Budget, path: readonly object[]): Plain[] {
  const plain: Plain[] = [];
  for (const item of list) {
    if (!spend(budget, ',null'.length)) break;
    plain.push(toPlain(item, budget, path));
  }
  return plain;
}

function entriesToPlain(object: object, budget: Budget, path: readonly object[]): PlainObject {
  const plain: PlainObject = {};
  for (const name of Object.keys(object)) {
    const value = readProperty(object, name);
    if (value === undefined) continue;
    if (!spend(budget, ',:null'.length)) break;
    setProperty(plain, spendText(budget, name), toPlain(value, budget, path));
  }
  return plain;
}
