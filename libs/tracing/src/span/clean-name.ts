import { redactText } from '../redaction/redact-text.ts';
import { sanitizeSql } from '../redaction/sanitize-sql.ts';

/** A span of the stock instrumentation is named by its statement up to the first blank: there may be none. */
const STATEMENT = /^pg\.query:[\s\S]*['$]/;

/** The name of a span or an event, without what looks like a secret. */
export function cleanName(name: string): string {
  // A service may be JavaScript, where a name is anything.
  if (typeof name !== 'string') return name;
  return redactText(name.startsWith('pg.query:') && STATEMENT.test(name) ? sanitizeSql(name) : name);
}
