import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';

/** What is sent for each payload: the same bytes at each attempt. */
export interface Bodies {
  readonly headers: Readonly<Record<string, string>>;
  of(payload: Uint8Array): Promise<Uint8Array>;
  /** At once, for the end of the process. */
  now(payload: Uint8Array): Uint8Array;
}

/** @param compression `none` or `gzip` */
export function bodiesOf(compression: string): Bodies {
  if (compression !== 'gzip')
    return { headers: {}, of: (payload) => Promise.resolve(payload), now: (payload) => payload };
  const zip = promisify(gzip);
  /** So that another attempt costs nothing. */
  const known = new WeakMap<Uint8Array, Promise<Uint8Array>>();
  return {
    headers: { 'Content-Encoding': 'gzip' },
    of(payload) {
      const body = known.get(payload) ?? zip(payload);
      known.set(payload, body);
      return body;
    },
    now: (payload) => gzipSync(payload),
  };
}
