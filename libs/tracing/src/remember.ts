import { ownText } from './own-text.ts';

/** Longer texts cost more to keep than to work out again. */
const MAX_LENGTH = 4096;

/**
 * Keeps what a function of a text alone has answered, for at most `limit` texts: then it begins anew, so that texts
 * that somebody makes up cannot fill the memory.
 *
 * @param maxLength of the texts whose answers are kept
 */
export function remember<Answer extends string | number | boolean | object>(
  limit: number,
  work: (text: string) => Answer,
  maxLength = MAX_LENGTH,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (text.length > maxLength) return work(text);
    // The answer may have it, too.
    const own = ownText(text);
    const answer = work(own);
    if (known.size >= limit) known.clear();
    known.set(own, answer);
    return answer;
  };
}
