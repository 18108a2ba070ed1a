import { type ServerErrorResponse, status } from '@grpc/grpc-js';
import { encodeDetails } from './error-details.ts';
import { fitForHeader } from './fit-for-header.ts';
import type { RpcError } from './rpc-error.ts';

/**
 * The error as grpc-js sends it. A service that answers UNAVAILABLE has tried what it stands on often enough
 * itself: the pushback tells its callers not to try again at once, or tries would multiply hop by hop (gRPC
 * proposal A6).
 */
export function serverAnswer(error: RpcError): ServerErrorResponse {
  const details = fitForHeader(error.message);
  const metadata = encodeDetails(error);
  if (error.code === status.UNAVAILABLE) metadata.set('grpc-retry-pushback-ms', '-1');
  return { name: error.name, message: details, code: error.code, details, metadata };
}
