import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerParent } from '../processes/answer-parent.ts';
import { createTally } from './tally.ts';

// Takes OTLP over HTTP as a collector does, and counts instead of keeping. The first part of the path says whose it is.
const tally = createTally();
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request
    .on('data', (part: Buffer) => parts.push(part))
    .on('end', () => {
      tally.add(request.url ?? '', Buffer.concat(parts));
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
  answerParent((server.address() as AddressInfo).port, { counts: tally.counts }, end);
});
