import type { Trace } from '../traces/trace-store.ts';
import { spansOf } from './find-traces.ts';

/** The names of all services that have a span in store, sorted. */
export function serviceNames(traces: Iterable<Trace>): string[] {
  return [...new Set([...traces].flatMap((trace) => spansOf(trace).map(({ service }) => service)))].sort();
}

/** The different span names of a service, sorted. Jaeger's badger store knows of no kinds, and so ignores one that is asked for. */
export function operations(traces: Iterable<Trace>, service: string): { name: string }[] {
  const names = [...traces].flatMap((trace) =>
    spansOf(trace).flatMap((span) => (span.service === service ? [span.name] : [])),
  );
  return [...new Set(names)].sort().map((name) => ({ name }));
}
