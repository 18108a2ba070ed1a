import { redactText } from '../redaction/redact-text.ts';
import { sanitizeSql } from '../redaction/sanitize-sql.ts';
import { remember } from '../remember.ts';

/** A span of the stock instrumentation is named by its statement up to the first blank: there may be none. */
const STATEMENT = /^pg\.query:[\s\S]*['$]/;

/** A program has few names, unless it puts values into them. */
const MAX_NAMES = 1000;
const MAX_LENGTH = 256;

const clean = remember(
  MAX_NAMES,
  (name) => redactText(name.startsWith('pg.query:') && STATEMENT.test(name) ? sanitizeSql(name) : name),
  MAX_LENGTH,
);

/** The name of a span or an event, without what looks like a secret. */
export function cleanName(name: string): string {
  // A service may be JavaScript, where a name is anything.
  return typeof name === 'string' ? clean(name) : name;
}
