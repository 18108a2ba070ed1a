import type { WrittenLimit } from './document-schema.ts';
import type { Limit } from './sampling-document.ts';

export interface Guaranteed {
  readonly limit: Limit;
  /** Goes on after "… is what": `first and floor keep in any case`. */
  readonly by: string;
  readonly wayOut: string;
}

/**
 * A bucket with its burst, by default what is guaranteed at once and one second of its rate, for all others.
 *
 * @param problems gets a sentence where the bucket is too small for what is guaranteed
 */
export function buildLimit(
  { perSecond, burst }: WrittenLimit,
  place: string,
  { limit, by, wayOut }: Guaranteed,
  problems: string[],
): Limit {
  const whole = { perSecond, burst: burst ?? limit.burst + Math.max(1, perSecond) };
  const problem = (name: keyof Limit, least: number, and = '') =>
    `${place}.${name} is ${whole[name]}, but ${rounded(least)} is what ${by}${and}: ${wayOut}`;
  if (perSecond < limit.perSecond) problems.push(problem('perSecond', limit.perSecond));
  // Without room for one more no other could pass, ever.
  const least = limit.burst + 1;
  if (whole.burst < least) problems.push(problem('burst', least, ', and one more'));
  return whole;
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
