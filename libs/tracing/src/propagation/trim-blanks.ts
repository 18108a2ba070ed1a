const SPACE = 0x20;
const TAB = 0x09;

/**
 * Without the spaces and tabs around it, which HTTP allows around values and list members (RFC 9110, 5.6.3). Not
 * `trim()`, which takes line ends and foreign spaces for blanks, too; and no regular expression: one that is bound to
 * the end takes quadratic time for long runs of blanks.
 */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}
