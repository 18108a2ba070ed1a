import type { Span } from './span.ts';

/**
 * How many spans and lines of a trace each service had let go of when the trace was kept after the fact. A span says how many had
 * gone when it went out itself, so that the highest counts; of replicas of a service that of one.
 */
export function goneBefore(spans: readonly Span[]): ReadonlyMap<string, number> {
  const gone = new Map<string, number>();
  for (const { service, attributes } of spans) {
    // Zipkin has it as text.
    const count = Number(attributes['sampling.partial'] ?? 0);
    if (count > (gone.get(service) ?? 0)) gone.set(service, count);
  }
  return gone;
}
