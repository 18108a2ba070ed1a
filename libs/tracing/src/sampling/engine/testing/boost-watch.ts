import type { Boost } from '../../document/sampling-document.ts';
import type { SamplingEngine } from '../sampling-engine.ts';
import { type SimulatedRequest, SLOW_MILLIS } from './traffic.ts';
import type { Trouble } from './troubles.ts';

/** A window of which so many, and this share, are in trouble: with 1 % that are usual, and what earlier trouble adds to these. */
const CLEAR = { requests: 30, share: 0.8 };

/** Finds out of one operation whether it is boosted when it has to be, and at no other time. */
export class BoostWatch {
  /** Windows in clear trouble, and those of them where there was no boost as soon as it was clear. */
  due = 0;
  late = 0;
  /** Roots that were boosted where no trouble was, and none within the cooldown. */
  undue = 0;
  readonly #windowMillis: number;
  readonly #cooldownMillis: number;
  #allowedUntil = 0;
  #window = -1;
  #requests = 0;
  #failed = 0;
  #slow = 0;
  #isDue = false;

  constructor({ windowSeconds, cooldownSeconds }: Boost) {
    this.#windowMillis = windowSeconds * 1000;
    this.#cooldownMillis = cooldownSeconds * 1000;
  }

  /** Before the request ends. */
  decided(isBoosted: boolean, { now, operation }: SimulatedRequest, trouble: Trouble): void {
    if (trouble.operation === operation && now >= trouble.from) {
      const end = Math.ceil(trouble.to / this.#windowMillis) * this.#windowMillis;
      this.#allowedUntil = end + this.#cooldownMillis;
    }
    if (isBoosted && now >= this.#allowedUntil) this.undue++;
  }

  /** After the engine was told of the end. */
  ended({ now, isFailed, millis }: SimulatedRequest, name: string, engine: SamplingEngine): void {
    const window = Math.floor(now / this.#windowMillis);
    if (window !== this.#window) this.#begin(window);
    this.#requests++;
    if (isFailed) this.#failed++;
    if (millis > SLOW_MILLIS) this.#slow++;
    const most = Math.max(this.#failed, this.#slow);
    if (this.#isDue || most < CLEAR.requests || most < CLEAR.share * this.#requests) return;
    this.#isDue = true;
    this.due++;
    if (!engine.operations(now).find(({ operation }) => operation === name)?.isBoosted) this.late++;
  }

  #begin(window: number): void {
    this.#window = window;
    this.#requests = this.#failed = this.#slow = 0;
    this.#isDue = false;
  }
}
