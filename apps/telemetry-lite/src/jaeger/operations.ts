import type { Trace } from '../traces/trace-store.ts';
import { spansOf } from './find-traces.ts';
import { spanKindName } from './span-kind.ts';

/** The names of all services that have a span in store, sorted. */
export function serviceNames(traces: Iterable<Trace>): string[] {
  return [...new Set([...traces].flatMap((trace) => spansOf(trace).map(({ service }) => service)))].sort();
}

/** The different (name, kind) of a service's spans, sorted by name; of one kind only when it is given. */
export function operations(traces: Iterable<Trace>, service: string, kind: string | undefined) {
  const found = new Map<string, { name: string; spanKind?: string }>();
  for (const span of [...traces].flatMap(spansOf)) {
    const spanKind = spanKindName(span.kind);
    if (span.service === service && (kind === undefined || kind === spanKind)) {
      found.set(`${spanKind} ${span.name}`, { name: span.name, ...(spanKind && { spanKind }) });
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
