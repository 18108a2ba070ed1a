import type { SpanContext } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';

/** What two providers must say alike of the same span: all but the ids that they make, which are given names by order. */
export function spanFacts(spans: readonly ReadableSpan[]): object[] {
  const names = new Map<string, number>();
  const nameOf = (id: string) => names.get(id) ?? names.set(id, names.size).size - 1;
  const contextFacts = ({ traceId, spanId, traceFlags, isRemote }: SpanContext) => ({
    traceId: nameOf(traceId),
    spanId: nameOf(spanId),
    isSampled: traceFlags & 1,
    isRemote,
  });
  return spans.map((span) => ({
    name: span.name,
    kind: span.kind,
    context: contextFacts(span.spanContext()),
    parent: span.parentSpanContext && contextFacts(span.parentSpanContext),
    startTime: span.startTime,
    endTime: span.endTime,
    duration: span.duration,
    ended: span.ended,
    status: span.status,
    attributes: span.attributes,
    events: span.events.map((event) => ({ ...event, attributes: withoutStack(event.attributes) })),
    links: span.links,
    dropped: [span.droppedAttributesCount, span.droppedEventsCount, span.droppedLinksCount],
    resource: span.resource.attributes,
    scope: [span.instrumentationScope.name, span.instrumentationScope.version],
  }));
}

/** A stack tells who called: two runs differ in that. */
function withoutStack(attributes: object = {}): object {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== 'exception.stacktrace'));
}
