import { z } from 'zod';

/** Digits only: `Number` would take an empty space for 0, and `0x50` for a port. */
const wholeNumber = (min: number, max: number, sentence: string) =>
  z
    .string()
    .regex(/^\d+$/, sentence)
    .transform(Number)
    .refine((value) => value >= min && value <= max, sentence);

/** A TCP port; 0 takes a free one. */
export const port = (standard: number) =>
  wholeNumber(0, 65535, 'must be a port, 0 to 65535').default(standard);

/**
 * The address to listen on, which also becomes the host of URLs; IPv6 is not served. Loopback unless it is said
 * otherwise: nothing here authenticates its callers yet.
 */
export const host = z
  .string()
  .regex(/^[A-Za-z0-9.-]+$/, 'must be an IPv4 address or the name of this host')
  .default('127.0.0.1');

/** Where a service is reached: `host:port`, or any other target that gRPC understands. */
export const address = (standard: string) =>
  z.string().min(1, 'must be an address such as 127.0.0.1:50051').default(standard);

/** A Postgres connection string. It may hold a password and is never printed. */
export const databaseUrl = z
  .string('must be set, for example postgres://user:password@host:5432/name')
  .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://');

/** 1 or more; a count, a size or a number of milliseconds. */
export const positiveInteger = (standard: number) =>
  wholeNumber(1, Number.MAX_SAFE_INTEGER, 'must be a whole number of 1 or more').default(standard);

/** Something that is off until it is asked for by `1`, as a boolean. */
export const flag = z
  .enum(['1', '0'], 'must be 1 or 0')
  .default('0')
  .transform((value) => value === '1');

/** `on` or `off`, as a boolean. */
export const toggle = (standard: 'on' | 'off') =>
  z
    .enum(['on', 'off'], 'must be on or off')
    .default(standard)
    .transform((value) => value === 'on');
