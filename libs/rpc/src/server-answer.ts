import type { ServerErrorResponse } from '@grpc/grpc-js';
import { encodeDetails } from './error-details.ts';
import { fitForHeader } from './fit-for-header.ts';
import type { RpcError } from './rpc-error.ts';

/** The error as grpc-js sends it. */
export function serverAnswer(error: RpcError): ServerErrorResponse {
  const details = fitForHeader(error.message);
  return { name: error.name, message: details, code: error.code, details, metadata: encodeDetails(error) };
}
