import { once } from 'node:events';
import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import { completionLine } from './completion-line.ts';
import { AnswerLost } from './faults/answer-lost.ts';
import { resetStream } from './faults/call-streams.ts';
import { faultsIn } from './faults/faults-in.ts';
import type { ServerParts } from './implementation.ts';
import { openScope } from './open-scope.ts';
import type { RpcError } from './rpc-error.ts';
import type { Scope } from './scope.ts';
import { serverAnswer } from './server-answer.ts';
import { toRpcError } from './to-rpc-error.ts';

/**
 * Makes an async generator a grpc-js server-streaming handler: its values are the messages, at the
 * pace at which the caller reads; its end is OK, its error the status. It is asked to end through
 * `scope.signal`. A stream has no deadline unless its caller sets one.
 */
export function streamHandler<Request, Response>(
  method: string,
  handle: (request: Request, scope: Scope) => AsyncIterable<Response>,
  { log, stopping, faults }: ServerParts,
): handleServerStreamingCall<Request, Response> {
  return (call) => {
    const scope = openScope(call, {
      maxTimeMs: Number.POSITIVE_INFINITY,
      stopping,
      faults: faults ? faultsIn(call.metadata) : undefined,
    });
    const finish = completionLine(log, method);
    let ended = false;
    const end = (error: RpcError | undefined) => {
      if (ended) return;
      ended = true;
      scope.close();
      finish(error, () => {
        if (error instanceof AnswerLost) resetStream(call.metadata);
        else if (error) call.emit('error', serverAnswer(error));
        else call.end();
      });
    };
    scope.signal.addEventListener('abort', () => end(toRpcError(scope.signal.reason)));
    pump(call, handle(call.request, scope), scope).then(
      () => end(undefined),
      (error) => end(toRpcError(error)),
    );
  };
}

async function pump<Request, Response>(
  call: ServerWritableStream<Request, Response>,
  messages: AsyncIterable<Response>,
  { signal }: Scope,
) {
  for await (const message of messages) {
    if (signal.aborted) return;
    if (!call.write(message)) await once(call, 'drain', { signal });
  }
}
