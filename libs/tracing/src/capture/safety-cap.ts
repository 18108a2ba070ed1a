/** Below a millionth of the traces nothing is left that is worth it. */
const MAX_LEVEL = 20;

/** How long a level holds after the last reason for it. */
const HOLD_MS = 10_000;

/** From this share of the cap on triggers are held back, so that what others have kept still fits. */
const SOFT_SHARE = 0.5;

/**
 * The most traces a second that are kept here after the fact. Too many can come only where many processes trigger, each within
 * its budget. Then the level rises: at level n one in 2^n traces is left, those with the lowest hash of their id, which is the
 * same for all processes. Processes tell each other their level with each verdict, so that what one of them could not take
 * is not kept by the others in part: own triggers heed the level at once, while promotions that arrive are taken until the cap itself
 * is reached.
 */
export class SafetyCap {
  #perSecond: number;
  #level = 0;
  #until = 0;
  #second = 0;
  #taken = 0;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  limit(perSecond: number): void {
    this.#perSecond = perSecond;
  }

  level(now: number): number {
    if (now >= this.#until) this.#level = 0;
    return this.#level;
  }

  hear(level: number, now: number): void {
    if (level > 0 && level >= this.level(now)) this.#hold(level, now);
  }

  /** Whether the trace is among those that are left at this level. */
  leaves(traceId: string, now: number): boolean {
    const level = this.level(now);
    return level === 0 || hashOf(traceId) < 2 ** (32 - level);
  }

  /** Counts it, if it may be kept. */
  admits(traceId: string, now: number): boolean {
    const second = Math.floor(now / 1000);
    if (second !== this.#second) this.#taken = 0;
    this.#second = second;
    if (this.#taken >= this.#perSecond && !this.leaves(traceId, now)) return false;
    this.#taken++;
    const soft = this.#perSecond * SOFT_SHARE;
    // One level for each time that the half is full: twice as many as fit are told to become half as many.
    if (this.#taken > soft && this.#taken % Math.ceil(soft) === 1) this.#raise(now);
    return this.#taken <= this.#perSecond;
  }

  #raise(now: number): void {
    this.#hold(Math.min(MAX_LEVEL, this.level(now) + 1), now);
  }

  #hold(level: number, now: number): void {
    this.#level = level;
    this.#until = now + HOLD_MS;
  }
}

/** FNV-1a of 32 bits, http://www.isthe.com/chongo/tech/comp/fnv/: ids that callers choose are not evenly spread by themselves. */
function hashOf(traceId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < traceId.length; at++) hash = Math.imul(hash ^ traceId.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
