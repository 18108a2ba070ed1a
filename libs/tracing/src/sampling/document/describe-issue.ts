import type { BaseIssue } from 'valibot';

const SHOWN_CHARACTERS = 60;

/** `rules[2].match.hours.from must be a time like 22:00, but is "25:00"` */
export function describeIssue({ path, expected, message, input }: BaseIssue<unknown>): string {
  const keys = path?.map(({ key }) => key) ?? [];
  // The path of a name that is not known ends with it: the sentence is about the object that has it.
  if (expected === 'never') return `${placeOf(keys.slice(0, -1))} ${message}`;
  return `${placeOf(keys)} ${message}, but is ${shown(input)}`;
}

/** As in JavaScript: `rules[0].match.attributes["http.route"]`. */
function placeOf(keys: readonly unknown[]): string {
  return keys.map(step).join('').replace(/^\./, '') || 'the document';
}

function step(key: unknown): string {
  if (typeof key === 'number') return `[${key}]`;
  return /^\w+$/.test(String(key)) ? `.${key}` : `[${shown(key)}]`;
}

/** Never what is in an object: it may be as deep as the text is long. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  // JSON has neither NaN nor Infinity, but 1e999.
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value);
}
