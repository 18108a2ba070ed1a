import type { EventEmitter } from 'node:events';
import type * as grpc from '@grpc/grpc-js';
import type { Kind } from '../ending.ts';
import { definitionOf } from './endings-service.ts';

/** A call at the client, of whichever kind. */
export interface Calling {
  readonly stream: EventEmitter & { cancel(): void; destroy?(): void };
  /** The number of its status. */
  readonly status: Promise<grpc.status>;
}

export interface Request {
  readonly method?: string;
  readonly message?: string;
  readonly metadata: grpc.Metadata;
  readonly options?: grpc.CallOptions;
  /** The client's stream is not ended. */
  readonly open?: boolean;
}

/** Sends one message in a call of this kind, and reads every message of the answer. */
export function start(client: grpc.Client, kind: Kind, request: Request): Calling {
  const { method, message = 'request', metadata, options = {}, open = false } = request;
  const { path, requestSerialize: write, responseDeserialize: read } = definitionOf(kind, method);
  const { promise: status, resolve } = Promise.withResolvers<grpc.status>();
  const done = (error: grpc.ServiceError | null) => resolve(error?.code ?? 0);
  const send = <Stream extends grpc.ClientWritableStream<string>>(stream: Stream): Stream => {
    stream.write(message);
    if (!open) stream.end();
    return stream;
  };
  const receive = <Stream extends grpc.ClientReadableStream<string>>(stream: Stream): Stream =>
    stream
      .on('data', () => {})
      .on('error', () => {})
      .on('status', ({ code }) => resolve(code));
  const streams: Record<Kind, () => object> = {
    unary: () => client.makeUnaryRequest(path, write, read, message, metadata, options, done),
    'client stream': () => send(client.makeClientStreamRequest(path, write, read, metadata, options, done)),
    'server stream': () =>
      receive(client.makeServerStreamRequest(path, write, read, message, metadata, options)),
    bidi: () => receive(send(client.makeBidiStreamRequest(path, write, read, metadata, options))),
  };
  return { stream: streams[kind]() as Calling['stream'], status };
}
