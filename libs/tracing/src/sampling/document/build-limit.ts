import type { WrittenLimit } from './document-schema.ts';
import type { Limit } from './sampling-document.ts';

export interface Guaranteed {
  readonly limit: Limit;
  /** Ends the sentence "… is less than what": `first and floor keep in any case: …`. */
  readonly by: string;
}

/**
 * A bucket with its burst, by default what is guaranteed at once and one second of its rate, for all others.
 *
 * @param problems gets a sentence where the bucket is too small for what is guaranteed
 */
export function buildLimit(
  { perSecond, burst }: WrittenLimit,
  place: string,
  { limit, by }: Guaranteed,
  problems: string[],
): Limit {
  const whole = { perSecond, burst: burst ?? limit.burst + Math.max(1, perSecond) };
  for (const name of ['perSecond', 'burst'] as const) {
    if (whole[name] < limit[name])
      problems.push(`${place}.${name} is ${whole[name]}, but ${rounded(limit[name])} is what ${by}`);
  }
  return whole;
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
