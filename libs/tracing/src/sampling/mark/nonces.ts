/** In seconds; marks that run out in the same one are forgotten together. */
const SLOT = 30;

/** What becomes of a nonce: it counts, or it did already, or nobody could know that any more. */
export type NonceResult = 'new' | 'known' | 'forgotten' | 'full';

/**
 * The nonces of the marks that have counted, until they run out. Without a timer: what is over goes when the next one
 * comes, a slot of 30 s at once.
 */
export class Nonces {
  readonly #limit: number;
  /** By the end of the slot in seconds since the epoch. */
  readonly #slots = new Map<number, Set<string>>();
  #size = 0;
  /** Up to here nothing is known any more: a clock that is set back must not make old marks count again. */
  #horizon = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @param expiry @param now seconds since the epoch */
  take(nonce: string, expiry: number, now: number): NonceResult {
    this.#forget(now);
    if (expiry <= this.#horizon) return 'forgotten';
    if (this.#has(nonce)) return 'known';
    if (this.#size >= this.#limit) return 'full';
    const end = Math.ceil(expiry / SLOT) * SLOT;
    const slot = this.#slots.get(end);
    if (slot) slot.add(nonce);
    else this.#slots.set(end, new Set([nonce]));
    this.#size++;
    return 'new';
  }

  #has(nonce: string): boolean {
    for (const slot of this.#slots.values()) if (slot.has(nonce)) return true;
    return false;
  }

  #forget(now: number): void {
    for (const [end, slot] of this.#slots) {
      if (end >= now) continue;
      this.#slots.delete(end);
      this.#size -= slot.size;
      this.#horizon = Math.max(this.#horizon, end);
    }
  }
}
