import http from 'node:http';
import { json } from 'node:stream/consumers';
import * as grpc from '@grpc/grpc-js';
import { shop } from '../../testing/fixtures/shop.ts';

/** Sends a request with these headers and answers the traceparent of the span that took it. */
export type Call = (headers: Record<string, string>) => Promise<string>;

interface Answer {
  readonly traceparent: string;
}

export interface Caller extends Disposable {
  readonly call: Call;
}

export function httpCaller(port: number): Caller {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 10 });
  const call: Call = async (headers) => {
    const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
    http.get({ port, host: '127.0.0.1', path: '/v1/orders/1', headers, agent }, resolve).on('error', reject);
    return ((await json(await promise)) as Answer).traceparent;
  };
  return { call, [Symbol.dispose]: () => agent.destroy() };
}

export function grpcCaller(port: number): Caller {
  const client = new grpc.Client(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  const { path, requestSerialize, responseDeserialize } = shop['List'] as grpc.MethodDefinition<
    object,
    Answer
  >;
  const call: Call = async (headers) => {
    const metadata = new grpc.Metadata();
    for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, {}, metadata, (error, answer) =>
      error || !answer ? reject(error) : resolve(answer),
    );
    return (await promise).traceparent;
  };
  return { call, [Symbol.dispose]: () => client.close() };
}
