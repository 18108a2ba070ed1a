import { status } from '@grpc/grpc-js';
import { RpcError } from './rpc-error.ts';

/** What the caller is told about anything that was thrown; only an RpcError may speak for itself. */
export function toRpcError(error: unknown): RpcError {
  if (error instanceof RpcError) return error;
  return new RpcError(status.INTERNAL, 'internal error', {}, error);
}
