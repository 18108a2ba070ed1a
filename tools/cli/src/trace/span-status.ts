import type { Span } from './span.ts';

/** gRPC's status codes by number (https://grpc.github.io/grpc/core/md_doc_statuscodes.html). */
const grpcStatus = [
  ...['OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND', 'ALREADY_EXISTS'],
  ...['PERMISSION_DENIED', 'RESOURCE_EXHAUSTED', 'FAILED_PRECONDITION', 'ABORTED', 'OUT_OF_RANGE'],
  ...['UNIMPLEMENTED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS', 'UNAUTHENTICATED'],
];

/**
 * How a span ended, as its protocol says it, e.g. `201` or `NOT_FOUND`; else what kept it from that, e.g. `client_gone`
 * or `ECONNREFUSED`; else `ERROR` for a failed one, or nothing.
 * Not safe to print.
 */
export function spanStatus({ attributes, failed }: Span): string {
  const http = attributes['http.response.status_code'] ?? attributes['http.status_code'];
  const named = attributes['rpc.status_code'] ?? attributes['rpc.response.status_code'];
  const status = http ?? named ?? grpcStatus[Number(attributes['rpc.grpc.status_code'] ?? Number.NaN)];
  return String(status ?? attributes['error.type'] ?? (failed ? 'ERROR' : ''));
}
