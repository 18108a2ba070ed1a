import { ownText } from '../own-text.ts';

/** Longer texts cost more to keep than to work out again. */
const MAX_LENGTH = 4096;

/**
 * Keeps what a function of a text alone has answered, for at most `limit` texts: then it begins anew, so that texts
 * that somebody makes up cannot fill the memory.
 */
export function remember<Answer extends string | boolean>(
  limit: number,
  work: (text: string) => Answer,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = work(text);
    if (text.length > MAX_LENGTH) return answer;
    if (known.size >= limit) known.clear();
    known.set(ownText(text), answer);
    return answer;
  };
}
