import type { DropCount } from './drop-count.ts';

interface Entry {
  readonly line: string;
  readonly isUrgent: boolean;
}

/** The share of the room that is made at once, so that a flood of urgent lines does not search for each. */
const ROOM = 1 / 16;

/** Lines that wait for the reader, in their order. */
export class Backlog {
  /** From the first line that finds no room until half of it is free: a gap is then one, and told once. */
  isFull = false;
  #entries: Entry[] = [];
  #characters = 0;
  #unimportant = 0;
  readonly #maxCharacters: number;
  readonly #drops: DropCount;

  /** @param maxCharacters a character of a line is mostly one byte, in memory too */
  constructor(maxCharacters: number, drops: DropCount) {
    this.#maxCharacters = maxCharacters;
    this.#drops = drops;
  }

  get lines(): number {
    return this.#entries.length;
  }

  /** Takes the line, or drops one that matters less: an urgent one takes the room of the newest that are not. */
  add(line: string, isUrgent: boolean): void {
    if (!this.#hasRoomFor(line)) this.isFull = true;
    if (isUrgent && !this.#hasRoomFor(line) && this.#unimportant > 0) this.#makeRoom();
    const isKept = isUrgent ? this.#hasRoomFor(line) : !this.isFull;
    if (isKept) this.#push({ line, isUrgent });
    else this.#drops.add(line);
  }

  /** The oldest lines, each with its end, until they have as many characters. */
  take(characters: number): { readonly text: string; readonly lines: number } {
    let text = '';
    let lines = 0;
    for (const entry of this.#entries) {
      if (text.length >= characters) break;
      text += `${entry.line}\n`;
      this.#forget(entry);
      lines++;
    }
    this.#entries = this.#entries.slice(lines);
    if (this.#characters < this.#maxCharacters / 2) this.isFull = false;
    return { text, lines };
  }

  #hasRoomFor(line: string): boolean {
    return this.#characters + line.length <= this.#maxCharacters;
  }

  #push(entry: Entry): void {
    this.#entries.push(entry);
    this.#characters += entry.line.length;
    if (!entry.isUrgent) this.#unimportant++;
  }

  #makeRoom(): void {
    const kept: Entry[] = [];
    const enough = this.#maxCharacters * (1 - ROOM);
    for (const entry of this.#entries.toReversed()) {
      if (entry.isUrgent || this.#characters <= enough) {
        kept.push(entry);
        continue;
      }
      this.#forget(entry);
      this.#drops.add(entry.line);
    }
    this.#entries = kept.reverse();
  }

  #forget({ line, isUrgent }: Entry): void {
    this.#characters -= line.length;
    if (!isUrgent) this.#unimportant--;
  }
}
