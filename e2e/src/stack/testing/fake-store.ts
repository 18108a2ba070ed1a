import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

export interface StoreAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A store that a test plays. */
export interface FakeStore {
  readonly url: string;
  /** How many requests have come. */
  readonly requests: () => number;
  /** Says from now on what is answered to a request's text; `undefined`: nothing, the request hangs. */
  play(answer: (text: string) => StoreAnswer | undefined): void;
  close(): void;
}

/** Opens a store at a port of 127.0.0.1; it answers 200 until it is told to play something else. */
export async function openFakeStore(port = 0): Promise<FakeStore> {
  let requests = 0;
  let answerTo: (text: string) => StoreAnswer | undefined = () => ({ status: 200 });
  const server = createServer(async (request, response) => {
    const text = await textOf(request).catch(() => undefined);
    if (text === undefined) return;
    requests++;
    const answer = answerTo(text);
    if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    requests: () => requests,
    play: (answer) => {
      answerTo = answer;
    },
    close: () => server.close().closeAllConnections(),
  };
}

/** What is text in the body is text here, whatever is around it. */
async function textOf(request: IncomingMessage): Promise<string> {
  const body = await buffer(request);
  const zipped = request.headers['content-encoding'] === 'gzip';
  return (zipped ? gunzipSync(body) : body).toString('latin1');
}
