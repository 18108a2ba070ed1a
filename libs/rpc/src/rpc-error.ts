import { status } from '@grpc/grpc-js';

/** One field of the request that breaks a rule: `google.rpc.BadRequest.FieldViolation`. */
export interface FieldViolation {
  /** The path in proto3 JSON names, e.g. `items[0].quantity`. */
  readonly field: string;
  readonly description: string;
}

export interface ErrorDetails {
  /** `google.rpc.ErrorInfo.reason`: tells errors of one status apart, UPPER_SNAKE_CASE. */
  readonly reason?: string;
  /** `google.rpc.ErrorInfo.metadata`. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** `google.rpc.BadRequest`. */
  readonly violations?: readonly FieldViolation[];
  /** `google.rpc.RetryInfo`: how long to wait before the same call is worth another try. */
  readonly retryAfterMs?: number;
}

/**
 * An error that may be shown to the caller as it is: everything in it goes over the wire, except
 * `cause`, which is for the log. Any other error becomes INTERNAL without a word.
 */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly code: status;
  readonly details: ErrorDetails;

  constructor(code: status, message: string, details: ErrorDetails = {}, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.details = details;
  }

  /** The gRPC status name, e.g. `NOT_FOUND`. */
  get status(): string {
    return status[this.code];
  }
}
