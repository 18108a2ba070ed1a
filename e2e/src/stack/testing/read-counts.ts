interface Metrics {
  readonly resourceMetrics: readonly {
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly name: string;
        readonly sum?: {
          readonly dataPoints: readonly { readonly asInt: string; readonly attributes: readonly object[] }[];
        };
      }[];
    }[];
  }[];
}

/** How many spans the collector has counted, by series: out of what it sends to Prometheus as OTLP/JSON. */
export function readCounts(text: string): ReadonlyMap<string, number> {
  const { resourceMetrics } = JSON.parse(text) as Metrics;
  const metrics = resourceMetrics.flatMap(({ scopeMetrics }) =>
    scopeMetrics.flatMap((scope) => scope.metrics),
  );
  const calls = metrics.filter(({ name }) => name === 'traces.span.metrics.calls');
  const points = calls.flatMap(({ sum }) => sum?.dataPoints ?? []);
  return new Map(points.map(({ attributes, asInt }) => [JSON.stringify(attributes), Number(asInt)]));
}
