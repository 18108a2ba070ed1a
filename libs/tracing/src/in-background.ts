import type { Link, SpanContext } from '@opentelemetry/api';
import { context, isSpanContextValid, SpanStatusCode, trace } from '@opentelemetry/api';
import { capturedBy } from './capture/current-capture.ts';
import { startRequest } from './propagation/request-context.ts';
import { endRequest, requestOf } from './request-record.ts';
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
  const beginning = startRequest();
  const span = trace.getTracer('@mesh/tracing').startSpan(name, { links: linksTo(madeBy) }, beginning);
  const startedAt = performance.now();
  return context.with(trace.setSpan(beginning, span), async () => {
    let isFailed = false;
    try {
      return await work();
    } catch (error) {
      isFailed = true;
      capturedBy(span)?.trigger('UNKNOWN');
      const exception = error instanceof Error ? error : String(error);
      span.recordException(exception);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throwOutOf(context.active(), error);
      throw error;
    } finally {
      endRequest(requestOf(beginning), isFailed, performance.now() - startedAt);
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
