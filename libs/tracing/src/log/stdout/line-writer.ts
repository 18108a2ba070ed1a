import { Backlog } from './backlog.ts';
import { DropCount, type Drops } from './drop-count.ts';
import type { LineTotals } from './line-totals.ts';
import { Outlet } from './outlet.ts';
import { Patience } from './patience.ts';
import { pauseThread } from './pause-thread.ts';
import { Turn } from './turn.ts';
import type { WayOut } from './way-out.ts';

export interface LineWriterOptions {
  readonly way: WayOut;
  /** The line that tells the reader what it did not get. */
  readonly tell: (drops: Drops) => string;
  /** Takes at the end of the process what no line told. */
  readonly onLost: (drops: Drops) => void;
}

/** So that what waits for the end of a turn stays small, whatever the turn does; as much as a pipe of Linux holds. */
const CHUNK = 64 * 1024;

/** Two seconds of the largest load that was measured here: longer than a reader that works is ever away. */
const MAX_WAITING = 4 * 1024 * 1024;

/** Between two looks at whether there is room; one takes some 12 us. */
const RETRY_MS = 2;

/**
 * Lines of one turn of the event loop are written together at its end: each write is a system call, which in profiles took
 * longer than making the line. What the reader does not take waits, within a bound. Nobody waits for the reader, except the
 * end of the process.
 */
export class LineWriter {
  readonly #options: LineWriterOptions;
  readonly #drops = new DropCount();
  readonly #backlog = new Backlog(MAX_WAITING, this.#drops);
  readonly #outlet: Outlet;
  readonly #turn = new Turn();
  #isStuck = false;
  #retry: NodeJS.Timeout | undefined;
  #lastTry = 0;
  /** Of the end of the process, once that has begun. */
  #patience: Patience | undefined;

  constructor(options: LineWriterOptions) {
    this.#options = options;
    this.#outlet = new Outlet(options.way, this.#drops);
  }

  get totals(): LineTotals {
    const waiting = this.#turn.lines + this.#outlet.waiting + this.#backlog.lines;
    return { written: this.#outlet.written, dropped: this.#drops.total, waiting };
  }

  /** @param line without its end */
  write(line: string, isUrgent: boolean): void {
    if (this.#isStuck) this.#keep(line, isUrgent);
    else this.#gather(line);
    // No turn comes after the 'exit' event.
    if (this.#patience) this.finish();
  }

  /** Writes what waits, for the end of the process; what comes later is written at once. */
  finish(): void {
    this.#flush();
    if (!this.#patience) this.#outlet.hurry();
    this.#patience ??= new Patience(this.#outlet.bytes);
    while (!this.#drain()) {
      if (this.#patience.isOver(this.#outlet.bytes)) this.#outlet.close();
      else pauseThread(RETRY_MS);
    }
    if (this.#drops.unsaid > 0) this.#options.onLost(this.#drops.take());
  }

  #gather(line: string): void {
    if (this.#turn.lines === 0) setImmediate(this.#flush);
    this.#turn.add(line);
    if (this.#turn.text.length > CHUNK) this.#flush();
  }

  readonly #flush = (): void => {
    if (this.#turn.lines === 0) return;
    const { text, lines } = this.#turn.take();
    if (!this.#outlet.put(text, lines)) this.#tryLater();
    else if (this.#drops.unsaid > 0) this.#drain();
  };

  #keep(line: string, isUrgent: boolean): void {
    this.#backlog.add(line, isUrgent);
    // Also within a turn that writes so much that timers wait.
    if (performance.now() - this.#lastTry >= RETRY_MS) this.#drain();
  }

  #tryLater(): void {
    this.#isStuck = true;
    this.#retry ??= setTimeout(this.#tryAgain, RETRY_MS).unref();
  }

  readonly #tryAgain = (): void => {
    this.#retry = undefined;
    if (!this.#drain()) this.#tryLater();
  };

  /** @returns whether nothing waits any more */
  #drain(): boolean {
    this.#lastTry = performance.now();
    while (this.#outlet.resume()) {
      const { unsaid } = this.#drops;
      if (unsaid > 0 && !this.#backlog.isFull && !this.#outlet.isBroken) this.#tell();
      this.#isStuck = this.#backlog.lines > 0;
      if (!this.#isStuck) return true;
      const { text, lines } = this.#backlog.take(CHUNK);
      this.#outlet.put(text, lines);
    }
    return false;
  }

  #tell(): void {
    this.#backlog.add(this.#options.tell(this.#drops.take()), true);
  }
}
