import type { DropCount } from './drop-count.ts';
import type { WayOut } from './way-out.ts';

/** Writes texts of whole lines, one after the other, each as far as the reader lets it. Never waits. */
export class Outlet {
  /** Lines that are out. */
  written = 0;
  /** Lines of the text that is not out yet. */
  waiting = 0;
  /** Bytes that are out: whether the reader still reads. */
  bytes = 0;
  /** Whether the last write failed: its text is lost, and the next will most likely be. */
  isBroken = false;
  readonly #way: WayOut;
  readonly #drops: DropCount;
  #rest: Buffer | undefined;
  #isBegun = false;
  #isHurried = false;
  #isClosed = false;

  constructor(way: WayOut, drops: DropCount) {
    this.#way = way;
    this.#drops = drops;
  }

  /** Only when nothing waits. @returns whether the text is out */
  put(text: string, lines: number): boolean {
    this.waiting = lines;
    if (this.#isClosed) return this.#lose(text);
    if (this.#way.isBusy()) return this.#putBehind(text);
    const written = this.#way.write(text);
    if (typeof written === 'string') return this.#lose(text, written);
    if (written !== Buffer.byteLength(text)) this.#rest = Buffer.from(text);
    return this.#advance(written);
  }

  /** Goes on with what waits. @returns whether nothing waits any more */
  resume(): boolean {
    if (!this.#rest) return true;
    if (!this.#isBegun && !this.#isHurried && this.#way.isBusy()) return false;
    const written = this.#way.write(this.#rest);
    if (typeof written === 'string') return this.#lose(this.#rest.toString(), written);
    return this.#advance(written);
  }

  /** For the end of the process, where what the program wrote itself no longer moves: goes on below it. */
  hurry(): void {
    this.#isHurried = true;
    if (this.#rest && !this.#isBegun && this.#way.isBusy()) this.#putBehind(this.#rest.toString());
  }

  /** Loses what waits and all that comes: a line that was begun stays the last one. */
  close(): void {
    if (this.#rest) this.#lose(this.#rest.toString());
    this.#isClosed = true;
  }

  /** What the program wrote itself goes first, or is as good as ended. */
  #putBehind(text: string): boolean {
    this.#rest = Buffer.from(this.#isHurried ? `\n${text}` : text);
    return this.#isHurried && this.resume();
  }

  #advance(written: number): boolean {
    this.bytes += written;
    if (written > 0) this.isBroken = false;
    this.#rest = this.#rest?.subarray(written);
    if (this.#rest && this.#rest.length > 0) return this.#wait(written > 0);
    this.written += this.waiting;
    this.#forget();
    return true;
  }

  #wait(isBegun: boolean): boolean {
    if (isBegun && !this.#isBegun) this.#way.hold();
    this.#isBegun ||= isBegun;
    return false;
  }

  #lose(text: string, code?: string): boolean {
    const lost = text.split('\n').filter((line) => line !== '');
    for (const line of lost) this.#drops.add(line, code);
    this.written += this.waiting - lost.length;
    this.isBroken = true;
    this.#forget();
    return false;
  }

  #forget(): void {
    this.waiting = 0;
    this.#rest = undefined;
    if (this.#isBegun) this.#way.release();
    this.#isBegun = false;
  }
}
