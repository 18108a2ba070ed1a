import type { CallOptions, Interceptor, InterceptorProvider } from '@grpc/grpc-js';
import { isOwn, type OwnInterceptor } from './own-interceptor.ts';

/** At most one of the two lists has entries, or grpc-js refuses the call. */
export interface Interceptors {
  readonly interceptors: readonly Interceptor[];
  readonly providers: readonly InterceptorProvider[];
}

/**
 * Puts our interceptor before all others of a call: those of its options, or else those of its client. What is ours
 * there already came with the options of another call, which an interceptor made this one with.
 */
export function addInterceptor(
  own: OwnInterceptor,
  options: CallOptions,
  ofClient: Interceptors,
): CallOptions {
  const ofCall = interceptorsOf(options);
  const { interceptors, providers } = isEmpty(ofCall) ? ofClient : ofCall;
  const given = { ...options, interceptors: [...interceptors], interceptor_providers: [...providers] };
  // Never into both lists; where a user has entries in both, grpc-js says so.
  if (providers.length > 0) given.interceptor_providers.unshift(own.provider);
  else given.interceptors.unshift(own.interceptor);
  return given;
}

const NONE: Interceptors = { interceptors: [], providers: [] };

function interceptorsOf({ interceptors, interceptor_providers: providers }: CallOptions): Interceptors {
  if (!interceptors && !providers) return NONE;
  return {
    interceptors: interceptors?.filter((one) => !isOwn(one)) ?? [],
    providers: providers?.filter((one) => !isOwn(one)) ?? [],
  };
}

function isEmpty({ interceptors, providers }: Interceptors): boolean {
  return interceptors.length === 0 && providers.length === 0;
}
