import { redactText } from '../redaction/redact-text.ts';
import { type FittedText, fitCleanText, fitText } from './fit-text.ts';
import type { FlatFields } from './flat-fields.ts';
import { isPlainAscii } from './json-text.ts';

/** What the smallest value and the marks around it take. */
const SMALLEST = 8;

/** A line while it is put together. Values go straight into its text: nothing is copied on the way. */
export class LineText {
  json = '';
  /** Bytes that fields may still take. It may become negative by the few that end what was begun. */
  room: number;
  isCut = false;
  /** What takes the same fields for a log record; `undefined` where none is sent. */
  readonly flat: FlatFields | undefined;

  constructor(room: number, flat: FlatFields | undefined) {
    this.room = room;
    this.flat = flat;
  }

  /** Whether something of so many bytes may begin, with a value after it. Where not, something is left out. */
  hasRoom(bytes: number): boolean {
    if (this.room >= bytes + SMALLEST) return true;
    this.isCut = true;
    return false;
  }

  /** @param json of ASCII */
  add(json: string): void {
    this.json += json;
    this.room -= json.length;
  }

  /** Adds the text as a JSON string, without what is secret in it. @returns the text that was added */
  addText(text: string): string {
    if (text.length + 2 > this.room) return this.#addFitted(fitText(text, this.room));
    const clean = redactText(text);
    if (clean !== text || !isPlainAscii(text)) return this.#addFitted(fitCleanText(clean, this.room));
    this.json += `"${text}"`;
    this.room -= text.length + 2;
    return text;
  }

  /** @param key the field's name in `flat`; `undefined`: it goes there with something larger */
  addTextField(text: string, key: string | undefined): void {
    const added = this.addText(text);
    if (key !== undefined) this.flat?.add(key, added);
  }

  #addFitted({ text, json, bytes, isCut }: FittedText): string {
    this.json += json;
    this.room -= bytes;
    if (isCut) this.isCut = true;
    return text;
  }
}
