/** Lines that were dropped. */
export interface Drops {
  readonly dropped: number;
  readonly levels: Readonly<Record<string, number>>;
  /** The error of the write that failed (`EPIPE`); none where nobody read. */
  readonly code?: string;
}

/** The first that a line has is its own: only the time stands before it. */
const LEVEL = /"level":"(\w+)"/;

export class DropCount {
  /** Of the whole life of the process. */
  total = 0;
  /** Since the last `take`. */
  unsaid = 0;
  #levels: Record<string, number> = {};
  #code: string | undefined;

  /**
   * @param line whole, or what is left of one
   * @param code of the write that failed
   */
  add(line: string, code?: string): void {
    const level = LEVEL.exec(line)?.[1] ?? 'unknown';
    this.#levels[level] = (this.#levels[level] ?? 0) + 1;
    if (code !== undefined) this.#code = code;
    this.total++;
    this.unsaid++;
  }

  take(): Drops {
    const drops = { dropped: this.unsaid, levels: this.#levels, ...(this.#code && { code: this.#code }) };
    this.unsaid = 0;
    this.#levels = {};
    this.#code = undefined;
    return drops;
  }
}
