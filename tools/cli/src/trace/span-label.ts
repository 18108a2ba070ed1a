import type { Span } from './span.ts';
import { sqlSummary } from './sql-summary.ts';

/** gRPC's status codes by number (https://grpc.github.io/grpc/core/md_doc_statuscodes.html). */
const grpcStatus = [
  ...['OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND', 'ALREADY_EXISTS'],
  ...['PERMISSION_DENIED', 'RESOURCE_EXHAUSTED', 'FAILED_PRECONDITION', 'ABORTED', 'OUT_OF_RANGE'],
  ...['UNIMPLEMENTED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS', 'UNAUTHENTICATED'],
];

/** What a span did, shortened for a reader: `PlaceOrder`'s package, a statement's columns are left out. Not safe to print. */
export function spanName({ name, attributes }: Span): string {
  const sql = attributes['db.query.text'] ?? attributes['db.statement'];
  if (typeof sql === 'string' && sql.trim() !== '') return `${databaseOf(attributes)} ${sqlSummary(sql)}`;
  const rpc = /^(?:grpc\.)?(?:\w+\.)*(\w+\/\w+)$/.exec(name)?.[1];
  if (rpc) return rpc;
  const path = attributes['http.route'] ?? attributes['url.path'] ?? attributes['http.target'];
  return /^[A-Z]+$/.test(name) && path !== undefined ? `${name} ${path}` : name;
}

/** How a span ended, as its protocol says it, e.g. `201` or `NOT_FOUND`; else `ERROR` for a failed one, or nothing. */
export function spanStatus({ attributes, failed }: Span): string {
  const http = attributes['http.response.status_code'] ?? attributes['http.status_code'];
  const named = attributes['rpc.status_code'] ?? attributes['rpc.response.status_code'];
  const status = http ?? named ?? grpcStatus[Number(attributes['rpc.grpc.status_code'] ?? Number.NaN)];
  return String(status ?? (failed ? 'ERROR' : ''));
}

function databaseOf(attributes: Span['attributes']): string {
  const system = attributes['db.system.name'] ?? attributes['db.system'] ?? 'sql';
  return system === 'postgresql' ? 'pg' : String(system);
}
