import type { Interceptor, InterceptorProvider } from '@grpc/grpc-js';

/** The interceptor that makes the spans of a channel, in both forms that grpc-js takes. */
export interface OwnInterceptor {
  readonly interceptor: Interceptor;
  readonly provider: InterceptorProvider;
}

const all = new WeakSet<Interceptor | InterceptorProvider>();

export function ownInterceptor(interceptor: Interceptor): OwnInterceptor {
  const provider = () => interceptor;
  all.add(interceptor).add(provider);
  return { interceptor, provider };
}

/** Of any channel. */
export function isOwn(interceptor: Interceptor | InterceptorProvider): boolean {
  return all.has(interceptor);
}
