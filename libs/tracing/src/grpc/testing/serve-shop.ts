import * as grpc from '@grpc/grpc-js';
import { type Kind, ShopClient, shop } from './shop.ts';

export type AnyCall = grpc.ServerDuplexStream<object, object> & grpc.ServerUnaryCall<object, object>;
export type Answer = grpc.sendUnaryData<object>;
export type Handle = (call: AnyCall, done: Answer) => void;

export interface RunningShop extends AsyncDisposable {
  readonly address: string;
  readonly server: grpc.Server;
  readonly client: ShopStub;
}

type Stream = grpc.ClientDuplexStream<object, object>;
/** Every method takes a message; those that stream requests ignore it and are written to. */
export type ShopStub = grpc.Client &
  Record<Kind, (...args: unknown[]) => Stream & grpc.ClientUnaryCall> & {
    [key: string]: unknown;
  };

export interface ServeOptions {
  readonly handle?: Handle;
  readonly address?: string;
  readonly server?: grpc.ServerOptions;
  readonly client?: grpc.ClientOptions;
}

/** A server on a free port whose methods all do the same, and a client of it. */
export async function serveShop(options: ServeOptions = {}): Promise<RunningShop> {
  const { handle = answer, address = '127.0.0.1:0' } = options;
  const server = new grpc.Server(options.server);
  server.addService(shop, { Unary: handle, Collect: handle, List: handle, Chat: handle } as never);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.bindAsync(address, grpc.ServerCredentials.createInsecure(), (error, port) =>
    error ? reject(error) : resolve(port),
  );
  const target = address.replace(/:0$/, `:${await promise}`);
  const client = connectShop(target, options.client);
  return {
    address: target,
    server,
    client,
    async [Symbol.asyncDispose]() {
      client.close();
      server.forceShutdown();
    },
  };
}

export function connectShop(target: string, options?: grpc.ClientOptions): ShopStub {
  return new ShopClient(target, grpc.credentials.createInsecure(), options) as unknown as ShopStub;
}

/** One message, then OK. */
export const answer: Handle = (call, done) => {
  if ('write' in call && call.write) {
    call.write({});
    call.end();
  } else done(null, {});
};
