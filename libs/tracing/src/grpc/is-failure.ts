import { isServerError } from './is-server-error.ts';
import type { StatusName } from './status-name.ts';

/**
 * Whether a call failed: what makes an operation be sampled more. Neither a refusal nor what its caller gave up is one, and a
 * method that is not there is refused for ever.
 */
export function isFailure(status: StatusName): boolean {
  return isServerError(status) && status !== 'UNIMPLEMENTED';
}
