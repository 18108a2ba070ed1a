import { isNativeError } from 'node:util/types';

/** Also for an error of another realm (`node:vm`), and for a proxy that throws when it is asked what it is. */
export function isError(value: unknown): value is Error {
  if (typeof value !== 'object' || value === null) return false;
  try {
    return isNativeError(value) || value instanceof Error;
  } catch {
    return false;
  }
}
