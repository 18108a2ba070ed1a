import type { StatusName } from './status-name.ts';

/** Of a server span; with every other status the caller got what it asked for, or asked for what it cannot get. */
const SERVER_ERRORS: ReadonlySet<StatusName> = new Set([
  'UNKNOWN',
  'DEADLINE_EXCEEDED',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
]);

/** https://opentelemetry.io/docs/specs/semconv/rpc/grpc/#grpc-status. */
export function isServerError(status: StatusName): boolean {
  return SERVER_ERRORS.has(status);
}
