import {
  type Context,
  type Exception,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
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
export function startClientSpan(tracer: Tracer, parent: Context, method: string, target: CallTarget): Span {
  const known = methodAttributes(method);
  const attributes = {
    ...known,
    'url.full': redactQuery(target.url),
    'server.address': target.host,
    ...(target.port !== undefined && { 'server.port': target.port }),
  };
  return tracer.startSpan(known['http.request.method'], { kind: SpanKind.CLIENT, attributes }, parent);
}

/** The context that travels with the call. */
export function sentContext(parent: Context, span: Span): Context {
  return trace.setSpan(parent, span);
}

/** Whatever is not an answer below 400 is an error for the caller. */
export function endClientSpan(span: Span, { status, error }: CallEnd): void {
  if (status !== undefined) span.setAttribute('http.response.status_code', status);
  if (error) {
    span.recordException(error as Exception);
    span.setAttribute('error.type', typeOf(error));
    span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
  } else if (status !== undefined && status >= 400) {
    span.setAttribute('error.type', String(status));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

/** What aborts a `fetch` has a number for its code. */
function typeOf(error: NodeJS.ErrnoException): string {
  return typeof error.code === 'string' ? error.code : error.name;
}
