import type {
  CallInvocationTransformer,
  CallProperties,
  ChannelInterface,
  Client,
  Interceptor,
  InterceptorProvider,
} from '@grpc/grpc-js';
import { context } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import { addInterceptor } from './add-interceptor.ts';
import { createClientInterceptor } from './client-interceptor.ts';
import type { ClientSymbols } from './client-symbols.ts';
import type { Grpc } from './grpc-module.ts';
import type { GrpcTracing } from './grpc-tracing.ts';
import { isInfrastructure } from './infrastructure.ts';
import { type OwnInterceptor, ownInterceptor } from './own-interceptor.ts';

type AnyCall = CallProperties<unknown, unknown>;

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
  const transform = createTransformer(symbols, tracing);
  Object.defineProperty(Client.prototype, key, {
    configurable: true,
    set(this: Client, users: CallInvocationTransformer | undefined) {
      const value = users
        ? (properties: AnyCall) => transform.call(this, users.call(this, properties))
        : transform;
      Object.defineProperty(this, key, { value, configurable: true, enumerable: true, writable: true });
    },
  });
  return () => Reflect.deleteProperty(Client.prototype, key);
}

function createTransformer(symbols: ClientSymbols, tracing: GrpcTracing) {
  const ours = new WeakMap<ChannelInterface, OwnInterceptor>();
  const learn = (channel: ChannelInterface) => {
    const own = ownInterceptor(createClientInterceptor(channel, tracing));
    ours.set(channel, own);
    return own;
  };
  return function transform(this: Client, properties: AnyCall): AnyCall {
    const { channel, methodDefinition, callOptions } = properties;
    if (!tracing.isEnabled() || isInfrastructure(methodDefinition.path)) return properties;
    if (isTracingSuppressed(context.active())) return properties;
    const own = ours.get(channel) ?? learn(channel);
    return { ...properties, callOptions: addInterceptor(own, callOptions, interceptorsOf(this, symbols)) };
  };
}

function interceptorsOf(client: Client, { interceptors, providers }: ClientSymbols) {
  return {
    interceptors: Reflect.get(client, interceptors) as readonly Interceptor[],
    providers: Reflect.get(client, providers) as readonly InterceptorProvider[],
  };
}
