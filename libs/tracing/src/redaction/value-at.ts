import { REDACTED } from './redacted.ts';

/** Where a value stands in a text, and the quote around it, if there is one. */
export interface ValuePlace {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

const OPENING = /\\{0,3}["'`]/y;
const SCHEME = /(?:bearer|basic|digest|token|apikey|negotiate)\s{1,4}/iy;
/** The rest of a header, as far as it is one text. */
const HEADER = /[^\r\n"'`}]*/y;
/** Up to a blank, a quote, the next parameter of a URL, or the next name in a list. */
const WORD = /(?:[^\s"'`<>&,;]|[,;](?!\s{0,4}["']?[\w.-]{1,40}["']?\s{0,4}[=:]))*/y;

/** @returns the value that begins at `from` */
export function valueAt(text: string, from: number, name: string): ValuePlace {
  const quote = match(OPENING, text, from);
  if (quote) return quoted(text, from + quote.length, quote);
  if (/cookie/i.test(name)) return { start: from, end: from + match(HEADER, text, from).length, quote: '' };
  const start = from + match(SCHEME, text, from).length;
  const end = withoutMarks(text, start, start + match(WORD, text, start).length);
  return { start, end, quote: '' };
}

/** Up to the same quote; a value that was cut off goes to the end of the text. */
function quoted(text: string, start: number, quote: string): ValuePlace {
  const mark = quote.at(-1) as string;
  let end = start;
  for (; end < text.length; end++) {
    if (text.startsWith(quote, end)) break;
    // A quote of the value itself; that of a text within a text is the end.
    if (text[end] === '\\' && (quote.length === 1 || text[end + quote.length] === mark)) end++;
  }
  return { start, end: Math.min(end, text.length), quote };
}

/** The marks behind a value belong to the sentence or list that it stands in. */
function withoutMarks(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && ',;.)]}'.includes(text[last - 1] as string)) last--;
  return text.startsWith(REDACTED, last + 1 - REDACTED.length) ? last + 1 : last;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
