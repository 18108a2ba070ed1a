import { once } from 'node:events';
import http from 'node:http';
import type { HttpCallerAct, HttpKind } from '../http-ending.ts';
import { TOO_LONG } from './endings-service.ts';
import { PATIENCE_MILLIS } from './times.ts';

interface Asking {
  readonly url: string;
  /** Makes it a POST. */
  readonly body: string | undefined;
  readonly signal: AbortSignal;
  /** Called with each part of the answer. */
  readonly onPart: () => void;
}

/** Makes one request as the table says; the outcome, in a word, when it is over, by whatever end. */
export async function ask(kind: HttpKind, act: HttpCallerAct, url: string, die: () => void): Promise<string> {
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  if (act === 'leaves at once') leave();
  if (act === 'leaves before the answer') setTimeout(leave, PATIENCE_MILLIS);
  const onPart = { 'is killed': die, 'leaves in the middle of the answer': leave }[act as string];
  const status = await ASK[kind]({
    url,
    body: act === 'sends more than the server takes' ? TOO_LONG : undefined,
    signal: act === 'has a timeout' ? AbortSignal.timeout(PATIENCE_MILLIS) : leaving.signal,
    onPart: onPart ?? (() => {}),
  }).catch((error: Error) => error.name);
  return String(status);
}

const ASK: Record<HttpKind, (asking: Asking) => Promise<number | undefined>> = {
  'node:http': async ({ url, body, signal, onPart }) => {
    const headers = { 'content-type': 'text/plain' };
    const request = http.request(url, { signal, ...(body && { method: 'POST', headers }) }).end(body);
    const [answer] = (await once(request, 'response')) as [http.IncomingMessage];
    answer.on('data', onPart);
    await once(answer, 'end');
    return answer.statusCode;
  },
  fetch: async ({ url, body, signal, onPart }) => {
    const answer = await fetch(url, { signal, ...(body && { method: 'POST', body }) });
    for await (const _ of answer.body ?? []) onPart();
    return answer.status;
  },
};
