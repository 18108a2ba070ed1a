import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface OtlpTee {
  readonly url: string;
  close(): void;
}

/**
 * Takes OTLP/HTTP and gives each request to every receiver, so that all of them are told exactly the same. Answers with
 * the first status that is no success; the sender then sends again, to all.
 */
export async function openOtlpTee(receivers: readonly string[]): Promise<OtlpTee> {
  const server = createServer((request, response) => {
    void pass(receivers, request, response).catch(() => response.writeHead(503).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close().closeAllConnections() };
}

async function pass(receivers: readonly string[], request: IncomingMessage, response: ServerResponse) {
  const body = await buffer(request);
  const headers = { 'content-type': request.headers['content-type'] ?? 'application/x-protobuf' };
  const answers = await Promise.all(
    receivers.map((url) => fetch(url + request.url, { method: 'POST', headers, body })),
  );
  const status = answers.find(({ ok }) => !ok)?.status ?? 200;
  response.writeHead(status, headers).end();
}
