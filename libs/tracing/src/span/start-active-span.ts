import type { Context, Span, SpanOptions, Tracer } from '@opentelemetry/api';
import { context as contextApi, trace } from '@opentelemetry/api';

/**
 * Starts a span and runs the last of the arguments within it. `never` stands for what that returns: the API's overloads,
 * which callers see, have its type.
 *
 * @param rest of the API's `startActiveSpan`: the options and the context may be missing
 */
export function startActiveSpan(tracer: Pick<Tracer, 'startSpan'>, name: string, rest: unknown[]): never {
  const run = rest.pop() as (span: Span) => unknown;
  const [options, given] = rest as [SpanOptions?, Context?];
  const context = given ?? contextApi.active();
  const span = tracer.startSpan(name, options, context);
  return contextApi.with(trace.setSpan(context, span), run, undefined, span) as never;
}
