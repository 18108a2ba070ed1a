import * as grpc from '@grpc/grpc-js';
import type { ShopStub } from './serve-shop.ts';
import { type Kind, shop } from './shop.ts';

export interface CallOptions extends grpc.CallOptions {
  readonly message?: object;
  readonly metadata?: grpc.Metadata;
  /** Given the call when it is under way. */
  readonly act?: (call: ReturnType<ShopStub[Kind]>) => void;
  /** Leaves the stream of requests open. */
  readonly keepsOpen?: boolean;
}

/** Makes a call with one message; resolves to the name of its status, whatever that is. */
export function callShop(client: ShopStub, kind: Kind, options: CallOptions = {}): Promise<string> {
  const { message = {}, metadata = new grpc.Metadata(), act, keepsOpen, ...callOptions } = options;
  const { requestStream, responseStream } = shop[kind];
  const { promise, resolve } = Promise.withResolvers<string>();
  const done = (error: grpc.ServiceError | null) => resolve(grpc.status[error?.code ?? 0] as string);
  const args = [
    ...(requestStream ? [] : [message]),
    metadata,
    callOptions,
    ...(responseStream ? [] : [done]),
  ];
  const call = client[kind](...args);
  if (responseStream) {
    call
      .on('data', () => {})
      .on('error', done)
      .on('end', () => done(null));
  }
  if (requestStream) call.write(message);
  if (requestStream && !keepsOpen) call.end();
  act?.(call);
  return promise;
}
