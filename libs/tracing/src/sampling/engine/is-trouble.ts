import type { Boost } from '../document/sampling-document.ts';

/**
 * Of a chance of 1e-10. An operation is judged at each of its failures, and measured that makes the chance that a window
 * is wrongly in trouble as large as this: of 100 operations with windows of 10 seconds, once in many years.
 */
const SURPRISE = -Math.log(1e-10);

/** Trouble that was there in the window before needs less to go on, and what is usual has learnt from it. */
const LESS_SURPRISE = -Math.log(1e-4);

/**
 * Whether so many of a window are more than chance makes of the usual share: by the upper bound of Chernoff for the tail
 * of a Poisson distribution, P(X >= n) <= e^-m * (e * m / n)^n (Mitzenmacher and Upfal, Probability and Computing, 5.4).
 *
 * @param share the usual one, above 0
 * @param goesOn there was trouble in the window before
 */
export function isTrouble(
  troubled: number,
  requests: number,
  share: number,
  boost: Boost,
  goesOn: boolean,
): boolean {
  const usual = share * requests;
  if (troubled < boost.minFailures || troubled < boost.factor * usual) return false;
  const surprise = troubled * (Math.log(troubled / usual) - 1) + usual;
  return surprise > (goesOn ? LESS_SURPRISE : SURPRISE);
}
