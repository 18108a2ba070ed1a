import { type Context, ROOT_CONTEXT } from '@opentelemetry/api';
import type { Headers } from '../boundary.ts';
import { createBoundary } from '../create-boundary.ts';
import type { PropagationConfig } from '../propagation-config.ts';
import { TRUSTING } from './propagation-config.ts';

export function receive(headers: Headers, changes: Partial<PropagationConfig> = {}, port?: number): Context {
  return createBoundary({ ...TRUSTING, ...changes }).receive(headers, port);
}

/** The headers of a call from this context. */
export function headersOf(
  context: Context = ROOT_CONTEXT,
  changes: Partial<PropagationConfig> = {},
  host = 'localhost',
): Record<string, string> {
  const headers: Record<string, string> = {};
  createBoundary({ ...TRUSTING, ...changes }).send(context, host, (name, value) => {
    headers[name] = value;
  });
  return headers;
}
