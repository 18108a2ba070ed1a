/** Below a millionth of the traces nothing is left that is worth it. */
const MAX_LEVEL = 20;

/**
 * So many seconds' worth of the cap may come at once. A storm begins with the bursts of all processes: at the defaults,
 * those of 20 fit before anything has to be thinned out at the places that are told.
 */
const BURST_SECONDS = 10;

/** Above that the steps are too small for word of them to get round in time; there is as much room again for what comes meanwhile. */
const MAX_TIMELY_LEVEL = 5;

/** How long a level that was heard of holds at least; twice that at most. Where it still matters it is heard again by then. */
const HOLD_MS = 5_000;

/**
 * The most traces that are kept here after the fact, whoever said so: `perSecond * T + 10 * perSecond` in any T seconds, and half
 * of that burst more where nothing but the lowest is left. It is reached only where many processes trigger, each within
 * its own budget. Then the level rises: at level n one trace in 2^n is left, those with the lowest hash of their id, which is
 * the same in all processes; what one level leaves is a part of what the level below it leaves.
 *
 * What is guaranteed: triggers heed the level, their own and what they heard of others. A promotion that arrives is
 * refused only when the whole ten seconds are used up and the trace is not one of those that are left: so a trace is kept in
 * part only if it was kept by a process that had not heard yet, while more than five seconds' worth came within the time
 * that word needs (200 ms each hop).
 */
export class SafetyCap {
  #perMilli = 0;
  #capacity = 0;
  #taken = 0;
  #at = 0;
  #heard = 0;
  #heardBefore = 0;
  #heardUntil = 0;

  constructor(perSecond: number) {
    this.limit(perSecond);
  }

  limit(perSecond: number): void {
    this.#perMilli = perSecond / 1000;
    this.#capacity = perSecond * BURST_SECONDS;
  }

  /**
   * What others have to know, so that less comes here: 0 as long as half is free, then one more each time that half of
   * what is free is used, so that it stands still where as much comes as may.
   */
  ownLevel(now: number): number {
    const free = 1 - this.#leak(now) / this.#capacity;
    if (free > 0.5) return 0;
    const steps = free > 0 ? Math.floor(-Math.log2(free)) : MAX_TIMELY_LEVEL;
    const beyond = free < 0 ? Math.floor(-free * 2 ** MAX_TIMELY_LEVEL) : 0;
    return Math.min(MAX_LEVEL, Math.min(MAX_TIMELY_LEVEL, steps) + beyond);
  }

  /** What triggers have to heed. */
  level(now: number): number {
    this.#turn(now);
    return Math.max(this.ownLevel(now), this.#heard, this.#heardBefore);
  }

  /** That another process has this level. */
  hear(level: number, now: number): void {
    if (level === 0) return;
    this.#turn(now);
    this.#heard = Math.min(MAX_LEVEL, Math.max(this.#heard, level));
  }

  /** Counts it, if it may be kept. */
  admits(traceId: string, now: number): boolean {
    const level = this.ownLevel(now);
    if (this.#taken + 1 > this.#capacity && !isLeft(traceId, level)) return false;
    this.#taken++;
    return true;
  }

  /** What is left of all that was taken, as time goes by. */
  #leak(now: number): number {
    this.#taken = Math.max(0, this.#taken - (now - this.#at) * this.#perMilli);
    this.#at = now;
    return this.#taken;
  }

  /** Two spans of time, each with the highest of it: so a level that is heard no more ends, and one that is lower than before is noticed. */
  #turn(now: number): void {
    if (now < this.#heardUntil) return;
    this.#heardBefore = now < this.#heardUntil + HOLD_MS ? this.#heard : 0;
    this.#heard = 0;
    this.#heardUntil = now + HOLD_MS;
  }
}

/** Whether a trace is among those that are left at a level. */
export function isLeft(traceId: string, level: number): boolean {
  return level === 0 || hashOf(traceId) < 2 ** (32 - level);
}

/** FNV-1a of 32 bits, http://www.isthe.com/chongo/tech/comp/fnv/: ids that callers choose are not evenly spread by themselves. */
function hashOf(traceId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < traceId.length; at++) hash = Math.imul(hash ^ traceId.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
