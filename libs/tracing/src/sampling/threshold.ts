const BITS = 56;

/**
 * The rejection threshold of a probability, 14 hexadecimal digits: a trace is kept if its randomness is not below it.
 * Texts of one length compare as the numbers that they are.
 * https://opentelemetry.io/docs/specs/otel/trace/tracestate-probability-sampling/#rejection-threshold
 *
 * @param probability from 1 on every trace is kept
 * @returns undefined below 2^-56, where no trace is kept
 */
export function thresholdOf(probability: number): string | undefined {
  if (!(probability >= 2 ** -BITS)) return undefined;
  const kept = BigInt(Math.round(Math.min(probability, 1) * 2 ** BITS));
  return (2n ** BigInt(BITS) - kept).toString(16).padStart(BITS / 4, '0');
}

/** As in `th` of tracestate: without the zeros at the end, but one digit at least. */
export function shortThreshold(threshold: string): string {
  return threshold.replace(/0+$/, '') || '0';
}
