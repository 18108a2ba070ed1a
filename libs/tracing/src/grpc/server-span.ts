import type { Attributes, Context, Span, Tracer } from '@opentelemetry/api';
import type { Headers } from '../propagation/boundary.ts';
import type { Operation } from './operations.ts';

/** Starts the span of one attempt of a call. */
export function startServerSpan(
  tracer: Tracer,
  { name, options }: Operation,
  headers: Headers,
  received: Context,
): Span {
  const header = headers['grpc-previous-rpc-attempts'];
  const attempts = header === undefined ? 0 : readAttempts(header);
  if (attempts === 0) return tracer.startSpan(name, options, received);
  const attributes: Attributes = { ...options.attributes, 'rpc.grpc.previous_attempts': attempts };
  return tracer.startSpan(name, { ...options, attributes }, received);
}

/** How often the caller tried before: https://github.com/grpc/proposal/blob/master/A6-client-retries.md. */
function readAttempts(header: string | string[]): number {
  return /^\d{1,4}$/.test(String(header)) ? Number(header) : 0;
}
