import type { Boost } from '../document/sampling-document.ts';

/** How far the steps go down where the plain ratio is 0. */
const LOWEST = 1e-3;

/** How many windows after the last one in trouble have a higher ratio. */
export function coolingWindows({ cooldownSeconds, windowSeconds }: Boost): number {
  return Math.floor(cooldownSeconds / windowSeconds);
}

/**
 * The ratio in the cooldown: down by the same factor with each window.
 *
 * @param windows since the last one in trouble: 0 in that one
 */
export function boostedRatio(plain: number, boost: Boost, windows: number): number {
  const steps = coolingWindows(boost);
  if (windows > steps || boost.ratio <= plain) return plain;
  const lowest = Math.max(plain, boost.ratio * LOWEST);
  return boost.ratio * (lowest / boost.ratio) ** (windows / (steps + 1));
}
