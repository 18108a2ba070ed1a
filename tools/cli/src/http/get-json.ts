import { type Answer, askJson } from './ask-json.ts';
import type { BackEnd } from './back-end.ts';

export interface GetOptions {
  /** For the whole answer, the body included. */
  readonly timeoutMs: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * GETs `path` from `backEnd`. Answers every 2xx and 404, the latter without a body.
 * @throws {BackEndError} as `askJson` does
 */
export function getJson(backEnd: BackEnd, path: string, options: GetOptions): Promise<Answer> {
  return askJson(backEnd, { method: 'GET', path, ...options });
}
