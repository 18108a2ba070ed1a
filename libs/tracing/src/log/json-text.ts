/**
 * Characters that JSON leaves as they are and that can still forge or hide a line where it is shown: DEL and
 * the C1 controls (terminals), U+2028/2029 (line ends in JavaScript), and the marks that turn the direction
 * of text (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing).
 */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text of which each character takes one byte of JSON: nearly all of it, and so worth a short way. */
const PLAIN_ASCII = /^[ !#-[\]-~]*$/;

export function isPlainAscii(text: string): boolean {
  return PLAIN_ASCII.test(text);
}

/** A JSON string in one line of harmless characters. Reading it gives back the text. */
export function quote(text: string): string {
  if (PLAIN_ASCII.test(text)) return `"${text}"`;
  return JSON.stringify(text).replace(UNSAFE, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
