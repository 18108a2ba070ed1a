import { seededRandom } from './seeded-random.ts';
import { Troubles } from './troubles.ts';

/** What the simulated requests are like. */
export interface TrafficOptions {
  readonly seed: number;
  /** Requests a second, of all operations. */
  readonly rate: number;
  /** Milliseconds since the epoch. */
  readonly start: number;
  /** Of the boost, by which trouble is measured out. */
  readonly windowMillis: number;
}

/** One request, in an object that the next one gets as well. */
export interface SimulatedRequest {
  now: number;
  operation: number;
  randomness: string;
  isForced: boolean;
  isFailed: boolean;
  /** How long it took. */
  millis: number;
}

export const OPERATIONS = 12;
export const SLOW_MILLIS = 1000;

const USUAL_SHARE = 0.01;
const TROUBLED_SHARE = 0.9;
const FORCED_SHARE = 0.002;

/** Arrivals of Poisson, operations of Zipf's popularity, and trouble at random times. */
export class Traffic {
  readonly troubles: Troubles;
  readonly #request = { now: 0, operation: 0, randomness: '', isForced: false, isFailed: false, millis: 0 };
  readonly #random: () => number;
  readonly #meanGap: number;
  #time: number;

  constructor({ seed, rate, start, windowMillis }: TrafficOptions) {
    this.#random = seededRandom(seed);
    this.#meanGap = 1000 / rate;
    this.#time = start;
    this.troubles = new Troubles(OPERATIONS, windowMillis, start, this.#random);
  }

  next(): SimulatedRequest {
    const request = this.#request;
    this.#time -= Math.log(1 - this.#random()) * this.#meanGap;
    request.now = Math.floor(this.#time);
    request.operation = operationAt(this.#random());
    request.randomness = digits(this.#random()) + digits(this.#random());
    request.isForced = this.#random() < FORCED_SHARE;
    const { operation, isSlow, from, to } = this.troubles.at(request.now);
    const isTroubled = operation === request.operation && request.now >= from && request.now < to;
    request.isFailed = this.#random() < (isTroubled && !isSlow ? TROUBLED_SHARE : USUAL_SHARE);
    const slowShare = isTroubled && isSlow ? TROUBLED_SHARE : USUAL_SHARE;
    request.millis = this.#random() < slowShare ? 2 * SLOW_MILLIS : SLOW_MILLIS / 50;
    return request;
  }
}

/** The shares of Zipf: the second operation has half as many requests as the first, the third a third. */
const SUMS = Array.from({ length: OPERATIONS }, (_, index) =>
  Array.from({ length: index + 1 }, (_, rank) => 1 / (rank + 1)).reduce((sum, share) => sum + share),
);

function operationAt(random: number): number {
  const at = random * (SUMS.at(-1) ?? 0);
  return SUMS.findIndex((sum) => at < sum);
}

/** 7 hexadecimal ones. */
function digits(random: number): string {
  return (2 ** 28 + Math.floor(random * 2 ** 28)).toString(16).slice(1);
}
