import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerParent } from '../processes/answer-parent.ts';

/** What a sink does with what arrives. */
interface Sink {
  /** @param path such as `/ours-100/v1/traces`: its first part says whose it is */
  add(path: string, body: Buffer): void;
  counts(): object;
}

/** Takes OTLP over HTTP as a collector does, and counts instead of keeping. */
export function serveSink(sink: Sink): void {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request
      .on('data', (part: Buffer) => parts.push(part))
      .on('end', () => {
        sink.add(request.url ?? '', Buffer.concat(parts));
        response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
      });
  });
  // As collectors do, not Node's 5 s: a mesh waits longer than that for its next turn.
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1', () => {
    const end = () => {
      server.closeAllConnections();
      server.close();
    };
    answerParent((server.address() as AddressInfo).port, { counts: sink.counts }, end);
  });
}
