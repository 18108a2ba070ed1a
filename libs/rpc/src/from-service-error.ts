import { type ServiceError, status } from '@grpc/grpc-js';
import { decodeDetails } from './error-details.ts';
import { RpcError } from './rpc-error.ts';

/** Long enough for a restarted service to be back. */
const retryAfterMs = 1000;

/**
 * The error of a call as it may be passed on. What a service of ours refused keeps its words; what
 * grpc-js itself says names addresses and sockets, so it is only kept as the cause.
 */
export function fromServiceError(error: ServiceError, peer: string): RpcError {
  const details = decodeDetails(error.metadata);
  if (details !== undefined) return new RpcError(error.code, error.details, details, error);
  switch (error.code) {
    case status.UNAVAILABLE:
      return new RpcError(error.code, `${peer} is not available`, { retryAfterMs }, error);
    case status.DEADLINE_EXCEEDED:
      return new RpcError(error.code, `${peer} did not answer in time`, { retryAfterMs }, error);
    default:
      return new RpcError(error.code, `${peer} answered ${status[error.code]}`, {}, error);
  }
}
