/**
 * What must not reach a terminal as it is: control characters (an escape sequence starts with one), format
 * characters (they turn the direction of writing or hide text), line separators and lone surrogates.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const unsafeButNewline = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\x1b': '\\e' };

/** `text` on one line with every character that a terminal might obey written as an escape, e.g. `\n` or `\u{202e}`. */
export function printable(text: string): string {
  return text.replace(unsafe, (c) => named[c] ?? `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}

/** `value` as an indented JSON document that is safe to print: the same characters as JSON's own escapes. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(unsafeButNewline, jsonEscape);
}

function jsonEscape(character: string): string {
  return Array.from({ length: character.length }, (_, i) => {
    return `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }).join('');
}
