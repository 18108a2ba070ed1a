/** What breaks a line, hides it, turns it round or ends a string, and what looks like a field or like an id. */
const PIECES = [
  ...[
    '\n',
    '\r\n',
    '\u2028',
    '\u2029',
    '\u0085',
    '\0',
    '\u001b[2J',
    '\u009b31m',
    '\u202e',
    '\u2066',
    '\u200f',
    '\u061c',
  ],
  ...[
    '"',
    '\\',
    '"}',
    '\\"',
    '\\u000a',
    '\ud800',
    '\udc00',
    '\ud83d\ude00',
    'é',
    '€',
    '\u007f',
    '\b',
    '\ufeff',
    '\uffff',
  ],
  ...['{"level":"error"}', '","trace_id":"', 'a'.repeat(32), '%s', '__proto__', 'x', ' ', 'order', '1234'],
];

export function randomText(random: () => number): string {
  let text = '';
  for (let count = random() * 8; count > 0; count--) text += PIECES[Math.floor(random() * PIECES.length)];
  return text;
}
