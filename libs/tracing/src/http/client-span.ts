import {
  type Attributes,
  type Context,
  type Exception,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { capturedBy } from '../capture/current-capture.ts';
import { httpClient } from '../metrics/current-durations.ts';
import { failBelow } from '../request-record.ts';
import { redactQuery } from './redact-query.ts';
import { methodAttributes } from './request-method.ts';

/** Where a call goes. */
export interface CallTarget {
  /** A name, an IP address without brackets, or the path of a unix socket. */
  readonly host: string;
  /** `undefined` where it is not known yet, or a unix socket. */
  readonly port: number | undefined;
  /** Without user info. */
  readonly url: string;
}

/** A call that is under way. */
export interface ClientCall {
  readonly span: Span;
  /** Where it was made. */
  readonly parent: Context;
  /** That the span started with. */
  readonly attributes: Attributes;
  /** By `performance.now()`. */
  readonly startedAt: number;
}

/** How a call ended: with an answer, without one, or in the middle of one. */
export interface CallEnd {
  readonly status?: number | undefined;
  readonly error?: Error | undefined;
}

/**
 * Starts the span of a call. It becomes nobody's context: what follows the call is its sibling.
 *
 * https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client-span
 */
export function startClientCall(
  tracer: Tracer,
  parent: Context,
  method: string,
  target: CallTarget,
): ClientCall {
  const known = methodAttributes(method);
  const attributes = {
    ...known,
    'url.full': redactQuery(target.url),
    'server.address': target.host,
    ...(target.port !== undefined && { 'server.port': target.port }),
  };
  const span = tracer.startSpan(known['http.request.method'], { kind: SpanKind.CLIENT, attributes }, parent);
  return { span, parent, attributes, startedAt: performance.now() };
}

/** The context that travels with the call. */
export function sentContext(parent: Context, span: Span): Context {
  return trace.setSpan(parent, span);
}

/** Whatever is not an answer below 400 is an error for the caller. To be called once. */
export function endClientCall(call: ClientCall, { status, error }: CallEnd): void {
  const { span, attributes, startedAt } = call;
  noteFailure(call, { status, error });
  const errorType = error ? typeOf(error) : errorTypeOf(status);
  const seconds = (performance.now() - startedAt) / 1000;
  httpClient.record(attributes, status, errorType, seconds, span.spanContext());
  if (!span.isRecording()) return;
  if (status !== undefined) span.setAttribute('http.response.status_code', status);
  if (error) span.recordException(error as Exception);
  if (errorType !== undefined) {
    span.setAttribute('error.type', errorType);
    span.setStatus({ code: SpanStatusCode.ERROR, ...(error && { message: error.message }) });
  }
  span.end();
}

/**
 * Tells the request that the call belongs to, and its trace, when it has failed: without an answer, or by one that says so; not when the caller
 * has given it up. As soon as that is known: whoever answers the request need not wait for the end of the call.
 */
export function noteFailure({ parent, span }: ClientCall, { status = 0, error }: CallEnd): void {
  if (error ? error.name === 'AbortError' : status < 500) return;
  failBelow(parent);
  capturedBy(span)?.trigger(status >= 500 ? 'http_5xx' : 'UNAVAILABLE');
}

function errorTypeOf(status: number | undefined): string | undefined {
  return status !== undefined && status >= 400 ? String(status) : undefined;
}

/** What aborts a `fetch` has a number for its code. */
function typeOf(error: NodeJS.ErrnoException): string {
  return typeof error.code === 'string' ? error.code : error.name;
}
