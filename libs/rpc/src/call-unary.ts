import {
  type CallOptions,
  type ClientUnaryCall,
  Metadata,
  type requestCallback,
  status,
} from '@grpc/grpc-js';
import { faultsHeader } from './faults/faults-header.ts';
import { fromServiceError } from './from-service-error.ts';
import { RpcError } from './rpc-error.ts';
import type { Scope } from './scope.ts';

/** A unary method of a grpc-js client stub. */
export type UnaryStub = (
  request: unknown,
  metadata: Metadata,
  options: CallOptions,
  callback: requestCallback<unknown>,
) => ClientUnaryCall;

/** What a caller keeps of its time to deal with an answer that comes too late. */
const hopMarginMs = 20;

/** Calls with a deadline before the scope's own and gives the call up when the scope does. */
export function callUnary(
  method: UnaryStub,
  peer: string,
  request: unknown,
  { signal, deadline, faults }: Scope,
): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const callDeadline = deadline - hopMarginMs;
  if (signal.aborted || Date.now() >= callDeadline) {
    const late = new RpcError(status.DEADLINE_EXCEEDED, `no time was left to call ${peer}`);
    return Promise.reject(signal.aborted ? signal.reason : late);
  }
  const call = method(request, metadataOf(faults), { deadline: callDeadline }, (error, response) => {
    signal.removeEventListener('abort', cancel);
    if (error) reject(fromServiceError(error, peer));
    else resolve(response);
  });
  const cancel = () => call.cancel();
  signal.addEventListener('abort', cancel);
  return promise;
}

/** grpc-js makes an empty one by itself where it is given none. */
function metadataOf(faults: string | undefined): Metadata {
  const metadata = new Metadata();
  if (faults !== undefined) metadata.set(faultsHeader, faults);
  return metadata;
}
