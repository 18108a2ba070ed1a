/** What stands one behind the other between a client's call and its attempts; grpc-js 1.14 keeps it for itself. */
interface Layer {
  readonly nextCall?: Layer;
  readonly call?: Layer;
  readonly child?: Layer;
  readonly underlyingCalls?: readonly Attempt[];
}

interface Attempt {
  readonly call?: { getPeer?(): string };
}

/** More than there are, with a handful of a user's interceptors. */
const MAX_LAYERS = 32;

/**
 * What each attempt of a call was connected to. The call itself names only the one whose answer its user gets, and before there
 * is any answer none: not when its deadline has passed, nor when it was cancelled.
 *
 * @returns none where this version of grpc-js keeps them elsewhere
 */
export function attemptPeers(call: object): readonly string[] {
  let layer: Layer | undefined = call;
  for (let depth = 0; layer && depth < MAX_LAYERS; depth++) {
    const attempts = layer.underlyingCalls;
    if (Array.isArray(attempts)) return attempts.map((attempt: Attempt) => attempt.call?.getPeer?.() ?? '');
    layer = layer.nextCall ?? layer.call ?? layer.child;
  }
  return [];
}
