interface Answer {
  readonly metrics: readonly {
    readonly metricPoints: readonly { readonly gaugeValue?: { readonly doubleValue?: number | string } }[];
  }[];
}

/** The numbers that the Monitor tab of Jaeger's page draws for a service, by the call that the page makes. */
export async function askMonitor(jaegerUrl: string, metric: string, service: string): Promise<number[]> {
  const quarterOfAnHour = 15 * 60 * 1000;
  const query = new URLSearchParams({
    service,
    spanKind: 'server',
    groupByOperation: 'true',
    quantile: '0.95',
    endTs: `${Date.now()}`,
    lookback: `${quarterOfAnHour}`,
    step: '60000',
    ratePer: '600000',
  });
  const response = await fetch(`${jaegerUrl}/api/metrics/${metric}?${query}`);
  if (!response.ok) throw new Error(`${metric}: ${response.status} ${await response.text()}`);
  const { metrics } = (await response.json()) as Answer;
  const points = metrics.flatMap(({ metricPoints }) => metricPoints);
  return points.map(({ gaugeValue }) => Number(gaugeValue?.doubleValue)).filter(Number.isFinite);
}
