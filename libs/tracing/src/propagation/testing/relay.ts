import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import * as grpc from '@grpc/grpc-js';
import { type Errand, relay } from '../../testing/fixtures/relay-service.ts';
import type { W3cCase } from './w3c-case.ts';

/** Sends headers to a relay and tells which come out of it, in each of the calls that it makes. */
export interface Carrier extends AsyncDisposable {
  send(headers: W3cCase['headers'], calls: number): Promise<IncomingHttpHeaders[]>;
}

export async function openHttp(relayPort: number): Promise<Carrier> {
  const received: IncomingHttpHeaders[] = [];
  const server = createServer((incoming, response) => {
    received.push(incoming.headers);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    async send(headers, calls) {
      const call = request({
        port: relayPort,
        method: 'POST',
        headers: [['host', 'relay'], ...headers].flat(),
      });
      call.end(JSON.stringify(errands(url, calls)));
      const [response] = await once(call, 'response');
      await text(response);
      return received.splice(0);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export async function openGrpc(relayPort: number): Promise<Carrier> {
  const received: IncomingHttpHeaders[] = [];
  const server = new grpc.Server();
  server.addService(relay, {
    Forward: ({ metadata }: { metadata: grpc.Metadata }, done: grpc.sendUnaryData<object>) => {
      received.push(metadata.toHttp2Headers() as IncomingHttpHeaders);
      done(null, {});
    },
  });
  const insecure = grpc.ServerCredentials.createInsecure();
  const port = await new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', insecure, (error, bound) => (error ? reject(error) : resolve(bound)));
  });
  const client = new grpc.Client(`127.0.0.1:${relayPort}`, grpc.credentials.createInsecure());
  const { path, requestSerialize, responseDeserialize } = relay.Forward;
  return {
    async send(headers, calls) {
      const body = errands(`127.0.0.1:${port}`, calls);
      const metadata = metadataOf(headers);
      await new Promise<void>((resolve, reject) => {
        client.makeUnaryRequest(path, requestSerialize, responseDeserialize, body, metadata, (error) =>
          error ? reject(error) : resolve(),
        );
      });
      return received.splice(0);
    },
    async [Symbol.asyncDispose]() {
      client.close();
      server.forceShutdown();
    },
  };
}

function errands(url: string, calls: number): Errand[] {
  return Array.from({ length: calls }, () => ({ url, arguments: [] }));
}

/** Metadata holds no tabs, and HTTP/2 no blanks around a value (RFC 9113, 8.2.1): what has them does not arrive. */
function metadataOf(headers: W3cCase['headers']): grpc.Metadata {
  const metadata = new grpc.Metadata();
  for (const [name, value] of headers) metadata.add(name, value.replaceAll('\t', ' ').trim());
  return metadata;
}
