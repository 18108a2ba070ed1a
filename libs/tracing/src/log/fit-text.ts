import { redactText } from '../redaction/redact-text.ts';
import { quote } from './json-text.ts';

/** What was read beyond the room and is thrown away again: a secret that is cut in two is not recognised. */
const MARGIN = 4096;

export interface FittedText {
  readonly text: string;
  readonly json: string;
  /** Of the JSON. */
  readonly bytes: number;
  readonly isCut: boolean;
}

/** The text without its secrets, and of it what fits into `room` bytes of JSON, with U+FFFD for lone surrogates. */
export function fitText(whole: string, room: number): FittedText {
  const limit = Math.max(0, room) + MARGIN;
  if (whole.length <= limit) return fitCleanText(redactText(whole), room);
  const clean = redactText(whole.slice(0, limit));
  return { ...fitCleanText(clean.slice(0, Math.max(0, clean.length - MARGIN)), room), isCut: true };
}

/** The same of a text that has no secrets any more. */
export function fitCleanText(clean: string, room: number): FittedText {
  // A character takes 1 byte of JSON at least and 6 at most (\u0000); most texts take little more than 1.
  for (const bytesPerCharacter of [1, 1.25, 3, 6]) {
    const text = clean.slice(0, Math.max(0, Math.floor(room / bytesPerCharacter) - 2)).toWellFormed();
    const json = quote(text);
    const bytes = Buffer.byteLength(json);
    if (bytes <= room) return { text, json, bytes, isCut: text.length < clean.length };
  }
  return { text: '', json: '""', bytes: 2, isCut: true };
}
