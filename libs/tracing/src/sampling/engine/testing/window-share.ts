/** Counts the windows of the clock of which fewer were kept than is guaranteed. */
export class WindowShare {
  missed = 0;
  /** That had as many requests. */
  full = 0;
  readonly #millis: number;
  readonly #guaranteed: number;
  #window = -1;
  #seen = 0;
  #kept = 0;

  constructor(millis: number, guaranteed: number) {
    this.#millis = millis;
    this.#guaranteed = guaranteed;
  }

  add(now: number, isKept: boolean): void {
    const window = Math.floor(now / this.#millis);
    if (window !== this.#window) this.end();
    this.#window = window;
    this.#seen++;
    if (isKept) this.#kept++;
  }

  end(): void {
    if (this.#seen >= this.#guaranteed) this.full++;
    if (this.#kept < Math.min(this.#seen, this.#guaranteed)) this.missed++;
    this.#seen = this.#kept = 0;
  }
}
