import type { CallInvocationTransformer, Client, Interceptor, InterceptorProvider } from '@grpc/grpc-js';
import type { Grpc } from './grpc-module.ts';

/** The names under which a client keeps what its user gave it; grpc-js does not export them. */
export interface ClientSymbols {
  readonly interceptors: symbol;
  readonly providers: symbol;
  readonly transformer: symbol;
}

/** Finds the names by what clients that were made for it keep under them; `undefined` where one keeps it otherwise. */
export function findClientSymbols({ Client, credentials }: Grpc): ClientSymbols | undefined {
  const marks = { interceptors: markInterceptors, providers: markProviders, transformer: markTransformer };
  const make = (options: object) =>
    // A client with a channel of its own opens none.
    new Client('probe:1', credentials.createInsecure(), { channelOverride: {} as never, ...options });
  const interceptors = keyOf(make({ interceptors: marks.interceptors }), marks.interceptors);
  const providers = keyOf(make({ interceptor_providers: marks.providers }), marks.providers);
  const transformer = keyOf(make({ callInvocationTransformer: marks.transformer }), marks.transformer);
  return interceptors && providers && transformer && { interceptors, providers, transformer };
}

const markInterceptors: Interceptor[] = [() => fail()];
const markProviders: InterceptorProvider[] = [() => fail()];
const markTransformer: CallInvocationTransformer = (properties) => properties;

function fail(): never {
  throw new Error('A client that was made to be looked at was called.');
}

function keyOf(client: Client, value: unknown): symbol | undefined {
  return Object.getOwnPropertySymbols(client).find((symbol) => Reflect.get(client, symbol) === value);
}
