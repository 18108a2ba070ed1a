import type { CallInvocationTransformer, Client } from '@grpc/grpc-js';
import type { ClientSymbols } from './client-symbols.ts';
import { createClientTransformers } from './client-transformer.ts';
import type { Grpc } from './grpc-module.ts';
import type { GrpcTracing } from './grpc-tracing.ts';

/**
 * Lets every client that is made from now on put our interceptor before those of its user.
 *
 * A client asks its call invocation transformer about each call, of whatever kind and whoever makes it. The setter is
 * hit when the constructor keeps the user's own, and keeps one that asks that too.
 *
 * @returns what undoes it
 */
export function patchClient({ Client }: Grpc, symbols: ClientSymbols, tracing: GrpcTracing): () => void {
  const key = symbols.transformer;
  const transformerOf = createClientTransformers(symbols, tracing);
  Object.defineProperty(Client.prototype, key, {
    configurable: true,
    set(this: Client, users: CallInvocationTransformer | undefined) {
      const value = transformerOf(this, users);
      Object.defineProperty(this, key, { value, configurable: true, enumerable: true, writable: true });
    },
  });
  return () => Reflect.deleteProperty(Client.prototype, key);
}
