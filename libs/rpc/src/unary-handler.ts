import type { handleUnaryCall } from '@grpc/grpc-js';
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

/** Longer than any answer of the mesh should take; also the limit for callers that would wait for longer. */
const maxTimeMs = 10_000;

/**
 * Makes an async function a grpc-js handler that answers exactly once, however it ends: with its
 * result, its error, or the reason for which the call was given up. grpc-js itself never answers
 * when such a function rejects, and the rejection would end the process.
 */
export function unaryHandler<Request, Response>(
  method: string,
  handle: (request: Request, scope: Scope) => Promise<Response>,
  { log, faults }: Omit<ServerParts, 'stopping'>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    const scope = openScope(call, { maxTimeMs, faults: faults ? faultsIn(call.metadata) : undefined });
    const finish = completionLine(log, method);
    let answered = false;
    const answer = (error: RpcError | undefined, response: Response | null) => {
      if (answered) return;
      answered = true;
      scope.close();
      finish(error, () => {
        if (error instanceof AnswerLost) resetStream(call.metadata);
        else callback(error ? serverAnswer(error) : null, response);
      });
    };
    scope.signal.addEventListener('abort', () => answer(toRpcError(scope.signal.reason), null));
    // Promise.try also turns a synchronous throw into a rejection.
    Promise.try(handle, call.request, scope).then(
      (response) => answer(undefined, response),
      (error) => answer(toRpcError(error), null),
    );
  };
}
