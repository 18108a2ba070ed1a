import type { Link, SpanContext } from '@opentelemetry/api';
import { context, isSpanContextValid, ROOT_CONTEXT, SpanStatusCode, trace } from '@opentelemetry/api';
import { throwOutOf } from './thrown-in.ts';
import type { SpanIds } from './trace-context.ts';

/**
 * Runs work that no request waits for in a span of its own: the root of a new trace, linked to what made the work,
 * which ended long before. Lines and calls inside belong to that trace. Without the preload the work just runs.
 *
 * @param name the same for all work of a kind, as a span's name is a dimension of metrics
 * @param madeBy ids as `currentSpanIds` gave them, kept with the work; those that are none make no link
 * @returns what the work does; a rejection is the span's error too
 */
export function inBackground<Result>(
  name: string,
  madeBy: readonly SpanIds[],
  work: () => Promise<Result>,
): Promise<Result> {
  const span = trace
    .getTracer('@mesh/tracing')
    .startSpan(name, { root: true, links: linksTo(madeBy) }, ROOT_CONTEXT);
  return context.with(trace.setSpan(ROOT_CONTEXT, span), async () => {
    try {
      return await work();
    } catch (error) {
      const exception = error instanceof Error ? error : String(error);
      span.recordException(exception);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throwOutOf(context.active(), error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Whether the other trace was sampled is not kept with its ids, so that the flag is not set. */
function linksTo(madeBy: readonly SpanIds[]): Link[] {
  return madeBy
    .map(({ traceId, spanId }): SpanContext => ({ traceId, spanId, traceFlags: 0, isRemote: true }))
    .filter(isSpanContextValid)
    .map((context) => ({ context }));
}
