import type { Metadata } from '@grpc/grpc-js';

/** One attempt of a call. */
export interface CallAttempt {
  /** As `getPeer` says it; '' where there was no connection. */
  readonly peer: string;
  /** Undefined where there was no answer. */
  readonly trailers: Metadata | undefined;
}

/** What stands one behind the other between a client's call and its attempts; grpc-js 1.14 keeps it for itself. */
interface Layer {
  readonly nextCall?: Layer;
  readonly call?: Layer;
  readonly child?: Layer;
  readonly underlyingCalls?: readonly UnderlyingCall[];
}

interface UnderlyingCall {
  readonly call?: {
    getPeer?(): string;
    readonly child?: { readonly finalStatus?: { readonly metadata?: Metadata } | null } | null;
  };
}

/** More than there are, with a handful of a user's interceptors. */
const MAX_LAYERS = 32;

/**
 * All attempts of a call. The call itself names only the one whose answer its user gets, and before there is any answer none: not
 * when its deadline has passed, nor when it was cancelled. What those said that failed is lost to it altogether.
 *
 * @returns none where this version of grpc-js keeps them elsewhere
 */
export function attemptsOf(call: object): readonly CallAttempt[] {
  let layer: Layer | undefined = call;
  for (let depth = 0; layer && depth < MAX_LAYERS; depth++) {
    if (Array.isArray(layer.underlyingCalls)) return layer.underlyingCalls.map(read);
    layer = layer.nextCall ?? layer.call ?? layer.child;
  }
  return [];
}

function read({ call }: UnderlyingCall): CallAttempt {
  return { peer: call?.getPeer?.() ?? '', trailers: call?.child?.finalStatus?.metadata };
}
