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
  const clean = redactStart(whole, room);
  // A character takes 1 byte of JSON at least and 6 at most (\u0000); most texts take little more than 1.
  for (const bytesPerCharacter of [1, 1.25, 3, 6]) {
    const text = clean.slice(0, Math.max(0, Math.floor(room / bytesPerCharacter) - 2)).toWellFormed();
    const json = quote(text);
    const bytes = Buffer.byteLength(json);
    const isCut = text.length < clean.length || clean.length < whole.length - MARGIN;
    if (bytes <= room) return { text, json, bytes, isCut };
  }
  return { text: '', json: '""', bytes: 2, isCut: true };
}

function redactStart(whole: string, room: number): string {
  const limit = Math.max(0, room) + MARGIN;
  if (whole.length <= limit) return redactText(whole);
  const clean = redactText(whole.slice(0, limit));
  return clean.slice(0, Math.max(0, clean.length - MARGIN));
}
