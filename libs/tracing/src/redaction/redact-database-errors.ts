import { REDACTED } from './redacted.ts';

/** What comes before a value in the messages and details of Postgres and MySQL. */
const BEFORE_VALUE =
  /(?:(?<!\w)Key \([^=\n]{1,200}\)=\(|Failing row contains \(|Duplicate entry '|(?:invalid input (?:syntax|value) for|invalid value for|malformed|out of range)[^":\n]{0,80}: \\?")(?!\[REDACTED\])/g;

/** How the sentence goes on behind the value; where it does not, all to the end of the line is the value. */
const AFTER_VALUE = /\) already exists|\) is not present in|\) is still referenced|' for key |\n/g;

const BEFORE_RANGE = /(?<=\bvalue \\?")[^"\n]{1,500}(?=" is out of range)/g;

/** `Key (email)=(a@b.c) already exists.` becomes `Key (email)=([REDACTED]) already exists.` */
export function redactDatabaseErrors(text: string): string {
  let clean = '';
  let from = 0;
  BEFORE_VALUE.lastIndex = 0;
  while (BEFORE_VALUE.test(text)) {
    const start = BEFORE_VALUE.lastIndex;
    AFTER_VALUE.lastIndex = start;
    const end = AFTER_VALUE.exec(text)?.index ?? text.length;
    const close = text[end - 1] === '"' && text[start - 1] === '"' ? '"' : '';
    clean += text.slice(from, start) + REDACTED + close;
    from = end;
    BEFORE_VALUE.lastIndex = end;
  }
  return (from === 0 ? text : clean + text.slice(from)).replace(BEFORE_RANGE, REDACTED);
}
