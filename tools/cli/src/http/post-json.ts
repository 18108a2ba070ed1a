import { type Answer, askJson } from './ask-json.ts';
import type { BackEnd } from './back-end.ts';

/**
 * POSTs `question` as JSON to `path` of `backEnd`, for an API whose questions are too long for a URL.
 * @param timeoutMs for the whole answer, the body included
 * @throws {BackEndError} as `askJson` does
 */
export function postJson(
  backEnd: BackEnd,
  path: string,
  question: object,
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return askJson(backEnd, { method: 'POST', path, headers, body: JSON.stringify(question), timeoutMs });
}
