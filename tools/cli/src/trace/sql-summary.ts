/** More than the beginning of any statement; keeps the work on a hostile text bounded. */
const examined = 4000;
const maxWords = 5;
const maxChanges = 3;

/** `DO UPDATE SET`, `FOR UPDATE OF` and their like change nothing by themselves. */
const change =
  /\b(insert into|update|delete from|merge into) (?!(?:set|of|skip|nowait)\b)(?:only )?"?([a-z_][\w.]*)/gi;
const table = /\b(?:from|table|into) (?:only |lateral )?"?([a-z_][\w.]*)/i;

/**
 * A statement in a few words: what it changes (`INSERT orders, UPDATE stock`), else what it reads first
 * (`SELECT stock`), else its first words.
 */
export function sqlSummary(sql: string): string {
  const text = sql
    .slice(0, examined)
    .replace(/--[^\n]*|\/\*.*?\*\//gs, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const changes = [...text.matchAll(change)].map(([, verb = '', name]) => `${firstWord(verb)} ${name}`);
  if (changes.length > 0) return [...new Set(changes)].slice(0, maxChanges).join(', ');
  const read = table.exec(text)?.[1];
  if (read) return `${firstWord(text)} ${read}`;
  const [first = ''] = text.split(';');
  return first.split(' ').slice(0, maxWords).join(' ');
}

function firstWord(text: string): string {
  return (text.split(' ')[0] ?? '').toUpperCase();
}
