import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, text } from 'node:stream/consumers';
import * as grpc from '@grpc/grpc-js';
import { type Errand, relay } from '../../testing/fixtures/relay-service.ts';

export interface Shim extends AsyncDisposable {
  readonly url: string;
}

/**
 * Stands on both sides of a relay for gRPC, so that a harness that speaks HTTP alone can look at it: what comes in as
 * headers goes to the relay as metadata, and its calls come back as HTTP requests.
 */
export async function startGrpcShim(relayPort: number): Promise<Shim> {
  const exit = new grpc.Server();
  exit.addService(relay, { Forward: leave });
  const exitPort = await bind(exit);
  const client = new grpc.Client(`127.0.0.1:${relayPort}`, grpc.credentials.createInsecure());
  const entrance = createServer(async (incoming, response) => {
    await enter(client, incoming, `127.0.0.1:${exitPort}`).finally(() => response.end());
  }).listen(0, '127.0.0.1');
  await once(entrance, 'listening');
  return {
    url: `http://127.0.0.1:${(entrance.address() as AddressInfo).port}/test`,
    async [Symbol.asyncDispose]() {
      client.close();
      exit.forceShutdown();
      entrance.closeAllConnections();
      await new Promise((resolve) => entrance.close(resolve));
    },
  };
}

function bind(server: grpc.Server): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) =>
    error ? reject(error) : resolve(port),
  );
  return promise;
}

async function enter(client: grpc.Client, incoming: IncomingMessage, exit: string): Promise<void> {
  const errands = ((await json(incoming)) as Errand[]).map((errand) => ({ url: exit, arguments: errand }));
  const { path, requestSerialize, responseDeserialize } = relay.Forward;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  client.makeUnaryRequest(
    path,
    requestSerialize,
    responseDeserialize,
    errands,
    metadataOf(incoming),
    (error) => (error ? reject(error) : resolve()),
  );
  return promise;
}

/** Repeated headers become one, as the rules of HTTP allow, and tabs become spaces: metadata cannot hold them. */
function metadataOf({ headersDistinct }: IncomingMessage): grpc.Metadata {
  const metadata = new grpc.Metadata();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    if (name.startsWith('trace')) metadata.set(name, values.join(',').replaceAll('\t', ' ').trim());
  }
  return metadata;
}

type Call = grpc.ServerUnaryCall<Errand, object>;

async function leave({ request: errand, metadata }: Call, done: grpc.sendUnaryData<object>): Promise<void> {
  const context = Object.entries(metadata.getMap()).filter(([name]) => name.startsWith('trace'));
  const headers = { ...Object.fromEntries(context), 'content-type': 'application/json' };
  const call = request(errand.url, { method: 'POST', headers } as object);
  call.end(JSON.stringify(errand.arguments));
  const [response] = await once(call, 'response');
  await text(response);
  done(null, {});
}
