/** How long the end of the process waits for a reader that does not read, and for one that is slow. */
const STOPPED_MS = 500;
const SLOW_MS = 2_000;

/** What the end of the process has left for the reader. It may be asked more than once: listeners of 'exit' write lines, too. */
export class Patience {
  readonly #startedAt = performance.now();
  #movedAt = this.#startedAt;
  #bytes: number;

  /** @param bytes that are out: where these grow, the reader reads */
  constructor(bytes: number) {
    this.#bytes = bytes;
  }

  isOver(bytes: number): boolean {
    const time = performance.now();
    if (bytes !== this.#bytes) this.#movedAt = time;
    this.#bytes = bytes;
    return time - this.#movedAt > STOPPED_MS || time - this.#startedAt > SLOW_MS;
  }
}
