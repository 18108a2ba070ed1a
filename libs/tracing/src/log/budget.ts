import { toJsonText } from './json-text.ts';

/** The bytes of JSON that one line may still grow by, and whether something had to be left out. */
export interface Budget {
  bytes: number;
  cut: boolean;
}

/** Takes `bytes` off. @returns whether they were there */
export function spend(budget: Budget, bytes: number): boolean {
  if (budget.bytes < bytes) budget.cut = true;
  else budget.bytes -= bytes;
  return !budget.cut;
}

/** Text of which each character takes one byte of JSON: nearly all of it, and so worth a short way. */
const PLAIN_ASCII = /^[ !#-[\]-~]*$/;

/** The text as far as the budget reaches, with U+FFFD in place of lone surrogates. */
export function spendText(budget: Budget, text: string): string {
  if (text.length + 2 <= budget.bytes && PLAIN_ASCII.test(text)) {
    budget.bytes -= text.length + 2;
    return text;
  }
  // A character takes 1 byte of JSON at least and 6 at most (\u0000); most texts take little more than 1.
  for (const bytesPerCharacter of [1, 1.25, 3, 6]) {
    const start = text.slice(0, Math.max(0, Math.floor(budget.bytes / bytesPerCharacter) - 2)).toWellFormed();
    const bytes = Buffer.byteLength(toJsonText(start));
    if (bytes > budget.bytes) continue;
    budget.bytes -= bytes;
    if (start.length < text.length) budget.cut = true;
    return start;
  }
  budget.cut = true;
  return '';
}
