import { type RpcError, status } from '@mesh/rpc';

/** The HTTP status for each gRPC status (google.rpc.Code names the same pairs). */
const httpStatus: Record<status, number> = {
  [status.OK]: 200,
  [status.CANCELLED]: 499,
  [status.UNKNOWN]: 500,
  [status.INVALID_ARGUMENT]: 400,
  [status.DEADLINE_EXCEEDED]: 504,
  [status.NOT_FOUND]: 404,
  [status.ALREADY_EXISTS]: 409,
  [status.PERMISSION_DENIED]: 403,
  [status.RESOURCE_EXHAUSTED]: 429,
  [status.FAILED_PRECONDITION]: 409,
  [status.ABORTED]: 409,
  [status.OUT_OF_RANGE]: 400,
  [status.UNIMPLEMENTED]: 501,
  [status.INTERNAL]: 500,
  [status.UNAVAILABLE]: 503,
  [status.DATA_LOSS]: 500,
  [status.UNAUTHENTICATED]: 401,
};

/** A key that was used for something else is a request that can be read but not done: 422. */
export function httpStatusOf({ code, details }: RpcError): number {
  return details.reason === 'IDEMPOTENCY_KEY_REUSED' ? 422 : httpStatus[code];
}
