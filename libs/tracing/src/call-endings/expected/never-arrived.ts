import { type Ending, KINDS } from '../ending.ts';

/** No server ever sees the call. */
export const NEVER_ARRIVED: readonly Ending[] = [
  never('nobody listens', 'calls nobody', 'UNAVAILABLE!'),
  never(
    'nobody listens, the client waits until its deadline',
    'waits for nobody until its deadline',
    'DEADLINE_EXCEEDED!',
  ),
  never('a client interceptor refuses', 'refuses in an interceptor', 'PERMISSION_DENIED!'),
  // Before there is a connection. On one, grpc-js 1.14 may have sent the start of the call by then.
  never('the request is longer than the client may send', 'sends more than it may', 'RESOURCE_EXHAUSTED!'),
  // grpc-js throws out of the call itself: there is no status, so the span has the error's type alone.
  never('the channel is closed', 'has closed its channel', 'Error!'),
];

function never(name: string, caller: Ending['caller'], client: string): Ending {
  return { name, kinds: KINDS, handler: 'answers', caller, client, server: 'none' };
}
