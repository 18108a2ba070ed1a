import { type Context, createContextKey } from '@opentelemetry/api';
import type { SampledOperation } from './sampling/engine/sampling-engine.ts';

/** What is known of one request for as long as it runs here. All that is done for it writes into the same one. */
export class RequestRecord {
  /** Of a request whose sampling is decided here. */
  operation: SampledOperation | undefined = undefined;
  /** Something that was called for it failed, here or further down, whatever the caller made of it. */
  hasFailedBelow = false;
}

export const REQUEST_KEY = createContextKey('@mesh/tracing request');

/** @returns undefined outside of any request */
export function requestOf(context: Context): RequestRecord | undefined {
  return context.getValue(REQUEST_KEY) as RequestRecord | undefined;
}

/** To be called where a call that was made in `context` has failed, and not where it was refused. */
export function failBelow(context: Context): void {
  const request = requestOf(context);
  if (request) request.hasFailedBelow = true;
}

/**
 * To be called once, at the end of a request. Of one that was decided elsewhere the caller hears by itself.
 *
 * @param isFailed by an error of the server; refusals are none, nor is a caller that has left
 */
export function endRequest(request: RequestRecord | undefined, isFailed: boolean, millis: number): void {
  request?.operation?.ended(isFailed || request.hasFailedBelow, millis, Date.now());
}
