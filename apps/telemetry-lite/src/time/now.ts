/** Now, in nanoseconds since the epoch (to the millisecond). */
export function nowNanos(): bigint {
  return BigInt(Date.now()) * 1_000_000n;
}
