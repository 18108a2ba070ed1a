import type { BackEnd } from './back-end.ts';
import { BackEndError } from './back-end-error.ts';

/**
 * Something answers at the address of `backEnd`, but not as that does.
 * @param missing what did not come back, e.g. `no JSON`
 */
export function notIt({ name, url, variable }: BackEnd, missing: string): BackEndError {
  return new BackEndError(
    `What answers at ${url} is not ${name}: ${missing} came back. ${variable} sets the address.`,
  );
}
