/** By their numbers, https://grpc.github.io/grpc/core/md_doc_statuscodes.html. */
export const NAMES = [
  'OK',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED',
] as const;

export type StatusName = (typeof NAMES)[number];

/** @returns `UNKNOWN` for a number that has no name, as gRPC reads it: the other side may send any */
export function statusName(code: number): StatusName {
  return NAMES[code] ?? 'UNKNOWN';
}
