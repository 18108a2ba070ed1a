import { type ServiceError, status } from '@grpc/grpc-js';
import { decodeDetails } from './error-details.ts';
import { RpcError } from './rpc-error.ts';

/** Long enough for a restarted service to be back. */
const retryAfterMs = 1000;

/**
 * What grpc-js 1.14 says, as INTERNAL or CANCELLED, of a call whose stream ended without a status: its peer was
 * forced to stop, or closed the connection because too many other calls on it had been given up (the guard
 * against rapid resets). The peer has answered nothing, so the outcome is not known.
 */
const cutOff = /^(Received RST_STREAM|Call cancelled)/;

/**
 * The error of a call as it may be passed on. What a service of ours refused keeps its words; what
 * grpc-js itself says names addresses and sockets, so it is only kept as the cause.
 */
export function fromServiceError(error: ServiceError, peer: string): RpcError {
  const details = decodeDetails(error.metadata);
  if (details !== undefined) return new RpcError(error.code, error.details, details, error);
  const code = cutOff.test(error.details) ? status.UNAVAILABLE : error.code;
  switch (code) {
    case status.UNAVAILABLE:
      return new RpcError(code, `${peer} is not available`, { retryAfterMs }, error);
    case status.DEADLINE_EXCEEDED:
      return new RpcError(code, `${peer} did not answer in time`, { retryAfterMs }, error);
    default:
      return new RpcError(code, `${peer} answered ${status[code]}`, {}, error);
  }
}
