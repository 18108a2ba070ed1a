import { constants, PerformanceObserver } from 'node:perf_hooks';
import { DurationSeries } from '../duration-series.ts';
import type { Histogram } from '../metric.ts';

const KINDS: Readonly<Record<number, string>> = {
  [constants.NODE_PERFORMANCE_GC_MAJOR]: 'major',
  [constants.NODE_PERFORMANCE_GC_MINOR]: 'minor',
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL]: 'incremental',
  [constants.NODE_PERFORMANCE_GC_WEAKCB]: 'weakcb',
};

interface Collection {
  readonly detail: { readonly kind: number };
  readonly duration: number;
}

/** https://opentelemetry.io/docs/specs/semconv/runtime/v8js-metrics/ */
export function measureGarbageCollection(): Histogram {
  const series = Object.entries(KINDS).map(([kind, name]) => [Number(kind), seriesOf(name)] as const);
  const byKind = new Map(series);
  new PerformanceObserver((list) => {
    // The types of Node lack what this kind of entry has.
    for (const { detail, duration } of list.getEntries() as unknown as Collection[])
      byKind.get(detail.kind)?.add(duration / 1000, undefined);
  }).observe({ entryTypes: ['gc'] });
  return {
    name: 'v8js.gc.duration',
    description: 'Garbage collection duration.',
    unit: 's',
    kind: 'histogram',
    read: () => [...byKind.values()],
  };
}

function seriesOf(kind: string): DurationSeries {
  return new DurationSeries({ 'v8js.gc.type': kind }, undefined, undefined);
}
