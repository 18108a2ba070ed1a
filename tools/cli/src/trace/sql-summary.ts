/** More than the beginning of any statement; keeps the work on a hostile text bounded. */
const examined = 2000;
const maxWords = 5;

/** A statement in two or three words: its operation and its first table, or its first words where it names no table. */
export function sqlSummary(sql: string): string {
  const text = sql
    .slice(0, examined)
    .replace(/--[^\n]*|\/\*.*?\*\//gs, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const [first = ''] = text.split(/[ (;]/, 1);
  const table = /\b(?:from|into|update|table)\s(?:only\s|lateral\s)?"?([a-z_][\w.]*)/i.exec(text)?.[1];
  if (!table) return text.split(' ').slice(0, maxWords).join(' ').replace(/;$/, '');
  if (!/^with$/i.test(first)) return `${first.toUpperCase()} ${table}`;
  const operation = /\b(insert|update|delete|select)\b/i.exec(text)?.[1] ?? '';
  return `WITH ${operation.toUpperCase()} ${table}`;
}
