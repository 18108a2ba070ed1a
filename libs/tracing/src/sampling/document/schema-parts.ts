import * as v from 'valibot';
import { shown } from './describe-issue.ts';

export function numberFrom(min: number, max: number) {
  const must = `must be a number from ${min} to ${max}`;
  return v.pipe(v.number(must), v.minValue(min, must), v.maxValue(max, must));
}

export function wholeNumberFrom(min: number, max: number) {
  const must = `must be a whole number from ${min} to ${max}`;
  // One action, so that one number has one problem.
  return v.pipe(
    v.number(must),
    v.check((value) => Number.isInteger(value) && value >= min && value <= max, must),
  );
}

export function textOf(maxLength: number) {
  const must = `must be a text of 1 to ${maxLength} characters`;
  return v.pipe(v.string(must), v.minLength(1, must), v.maxLength(maxLength, must));
}

/** An object that has these names; any others are left out. */
export function openObjectOf<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.object(entries, ({ path }) => mustOf(path?.[0].key, entries));
}

/** An object that has these names and no other. */
export function objectOf<const Entries extends v.ObjectEntries>(entries: Entries) {
  const known = Object.keys(entries);
  return v.strictObject(entries, ({ expected, path }) => {
    const { key, input } = path?.[0] ?? {};
    if (expected !== 'never') return mustOf(key, entries);
    const unknown = Object.keys(input as object).filter((name) => !known.includes(name));
    return `has no ${unknown.map(shown).join(', ')}: what it takes is ${known.join(', ')}`;
  });
}

/** One name at least. The schema library passes over the names that are refused here, and the rest would match more. */
export function recordOf<const Value extends v.GenericSchema>(value: Value) {
  const must = 'must be an object with one name or more, none of them __proto__, prototype or constructor';
  return v.pipe(
    v.custom<Readonly<Record<string, v.InferInput<Value>>>>(hasPlainNames, must),
    v.record(v.string(), value as v.GenericSchema<v.InferInput<Value>, v.InferOutput<Value>>),
  );
}

function hasPlainNames(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const names = Object.keys(value);
  return names.length > 0 && !names.some((name) => /^(__proto__|prototype|constructor)$/.test(name));
}

/** What to write where something is missing. @param key of what is; none: all of it */
function mustOf(key: unknown, entries: v.ObjectEntries): string {
  const schema = entries[String(key)];
  const message = schema && 'message' in schema ? schema.message : undefined;
  return typeof message === 'string' ? message : 'must be an object';
}
