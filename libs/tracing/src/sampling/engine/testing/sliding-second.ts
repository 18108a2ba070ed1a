/** Counts what comes within any second: the most of it. */
export class SlidingSecond {
  most = 0;
  #times: number[] = [];
  #oldest = 0;

  add(now: number): void {
    this.#times.push(now);
    while ((this.#times[this.#oldest] ?? now) <= now - 1000) this.#oldest++;
    this.most = Math.max(this.most, this.#times.length - this.#oldest);
    if (this.#oldest < 10_000) return;
    this.#times = this.#times.slice(this.#oldest);
    this.#oldest = 0;
  }
}
