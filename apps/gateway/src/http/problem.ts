import { STATUS_CODES } from 'node:http';
import type { FieldViolation, RpcError } from '@mesh/rpc';
import { httpStatusOf } from './http-status.ts';

/** Problem details, RFC 9457, with what the mesh adds. */
export interface Problem {
  /** `about:blank` where the status says it all, else `urn:mesh:problem:` and the reason. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The path of the request. */
  readonly instance: string;
  /** 32 hex digits. */
  readonly traceId: string;
  readonly reason?: string;
  readonly orderId?: string;
  /** Every field that breaks a rule. */
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

const problemType = 'application/problem+json';

/** How long a client should wait before it repeats a call that may work then, in seconds. */
const retryAfter = '1';

/** What a request was refused with, before it could become a call. */
export interface Rejected {
  readonly status: number;
  readonly detail: string;
  readonly violations?: readonly FieldViolation[];
}

/** Where the problem happened: what every problem says beside its reason. */
export interface Occasion {
  readonly instance: string;
  readonly traceId: string;
}

export function problemOf({ status, detail, violations }: Rejected, occasion: Occasion): Problem {
  const title = STATUS_CODES[status] ?? 'Error';
  const errors = violations?.map(({ field, description }) => ({ field, message: description }));
  return { type: 'about:blank', title, status, detail, ...occasion, ...(errors && { errors }) };
}

export function problemOfError(error: RpcError, occasion: Occasion): Problem {
  const { reason, metadata, violations } = error.details;
  const rejected = { status: httpStatusOf(error), detail: error.message, ...(violations && { violations }) };
  const problem = problemOf(rejected, occasion);
  if (reason === undefined) return problem;
  const orderId = metadata?.['orderId'];
  const type = `urn:mesh:problem:${reason.toLowerCase().replaceAll('_', '-')}`;
  return { ...problem, type, reason, ...(orderId !== undefined && { orderId }) };
}

/** The headers that go with a problem. */
export function problemHeaders({ status }: Problem): Record<string, string> {
  const retry = status === 503 || status === 504;
  return { 'content-type': problemType, ...(retry && { 'retry-after': retryAfter }) };
}
