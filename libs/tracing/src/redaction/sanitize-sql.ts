/**
 * Comments, quoted names, placeholders and words, which are passed by or dropped, and literals. What is not closed goes to
 * the end. Words first: the digits in them are none.
 */
const PIECE = new RegExp(
  [
    '(?<comment>--[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|$))',
    '(?<kept>"(?:[^"]|"")*(?:"|$)|\\$\\d+|(?!(?:[ebxn]|u&)\')[\\p{L}_][\\p{L}\\p{N}_$]*)',
    "[e]'(?:[^'\\\\]|''|\\\\[\\s\\S]|\\\\$)*(?:'|$)",
    "(?:[bxn]|u&)?'(?:[^']|'')*(?:'|$)",
    '\\$(?<tag>[\\p{L}_]*)\\$[\\s\\S]*?(?:\\$\\k<tag>\\$|$)',
    '(?:\\d[\\d_]*\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+|[a-z0-9_]+)?',
  ].join('|'),
  'giu',
);

/**
 * A statement whose literals are `?`: they are a caller's data. Placeholders (`$1`) stay, comments go.
 *
 * https://opentelemetry.io/docs/specs/semconv/db/database-spans/#sanitization-of-dbquerytext
 */
export function sanitizeSql(statement: string): string {
  return statement.replace(PIECE, (...rest: unknown[]) => {
    const { comment, kept } = rest.at(-1) as { comment?: string; kept?: string };
    return comment !== undefined ? ' ' : (kept ?? '?');
  });
}
