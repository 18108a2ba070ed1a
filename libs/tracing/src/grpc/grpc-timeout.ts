const UNITS: Readonly<Record<string, number>> = { H: 3_600_000, M: 60_000, S: 1000, m: 1, u: 1e-3, n: 1e-6 };

/**
 * The milliseconds that a caller gives a call from now on; `Infinity` without a limit.
 *
 * @param header `grpc-timeout`, https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md#requests
 */
export function readTimeout(header: string | string[] | undefined): number {
  const [, amount, unit = ''] = /^(\d{1,8})([HMSmun])$/.exec(String(header)) ?? [];
  return amount === undefined ? Number.POSITIVE_INFINITY : Number(amount) * (UNITS[unit] ?? 0);
}
