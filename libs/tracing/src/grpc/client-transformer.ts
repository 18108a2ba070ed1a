import type { CallInvocationTransformer, CallProperties, ChannelInterface, Client } from '@grpc/grpc-js';
import { addInterceptor } from './add-interceptor.ts';
import { createClientInterceptor } from './client-interceptor.ts';
import type { ClientSymbols } from './client-symbols.ts';
import type { GrpcTracing } from './grpc-tracing.ts';
import { HomeInterceptors } from './home-interceptors.ts';
import { type OwnInterceptor, ownInterceptor } from './own-interceptor.ts';

type AnyCall = CallProperties<unknown, unknown>;

/** @returns what makes, for a client and its user's transformer, the one that puts our interceptor before all others */
export function createClientTransformers(
  symbols: ClientSymbols,
  tracing: GrpcTracing,
): (client: Client, users: CallInvocationTransformer | undefined) => CallInvocationTransformer {
  const ours = new WeakMap<ChannelInterface, OwnInterceptor>();
  const ownOf = (channel: ChannelInterface) => {
    const own = ours.get(channel) ?? ownInterceptor(createClientInterceptor(channel, tracing));
    ours.set(channel, own);
    return own;
  };
  return (client, users) => {
    const home = new HomeInterceptors(client, symbols);
    return (asked: AnyCall): AnyCall => {
      const properties: AnyCall = users ? users.call(client, asked) : asked;
      if (!tracing.isEnabled()) return properties;
      const { channel, callOptions } = properties;
      // A call of the usual kind, which costs least: it says nothing of interceptors.
      const isPlain = !callOptions.interceptors && !callOptions.interceptor_providers;
      if (isPlain && home.isFor(channel, ownOf)) return properties;
      return { ...properties, callOptions: addInterceptor(ownOf(channel), callOptions, home.users) };
    };
  };
}
