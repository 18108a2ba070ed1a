import type { BackEnd } from '../../http/back-end.ts';
import { BackEndError } from '../../http/back-end-error.ts';

/** A store has something that cannot be read: whether it is what seems to be missing, nobody can say. */
export function unreadableError(
  { name, url }: BackEnd,
  count: number,
  what: 'spans' | 'lines',
): BackEndError {
  const entries = count === 1 ? 'entry that is' : 'entries that are';
  return new BackEndError(
    `${name} at ${url} gave ${count} ${entries} none of the ${what} asked for: nothing can be proved.`,
  );
}
