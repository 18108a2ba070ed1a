/** What Jaeger's page knows of a trace when it makes links; times are microseconds. */
export interface PageTrace {
  readonly traceID: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly spans: readonly PageSpan[];
  /** Each process by its service, with its tags. */
  readonly processes: readonly {
    readonly service: string;
    readonly tags: Readonly<Record<string, string>>;
  }[];
}

interface PageSpan {
  readonly spanID: string;
  readonly startTime: number;
  readonly duration: number;
}

interface Answer {
  readonly data: readonly {
    readonly traceID: string;
    readonly spans: readonly PageSpan[];
    readonly processes: Readonly<
      Record<string, { serviceName: string; tags: readonly { key: string; value: string }[] }>
    >;
  }[];
}

/** Reads a trace by the call that the page makes. */
export async function readPageTrace(jaegerUrl: string, traceId: string): Promise<PageTrace> {
  const response = await fetch(`${jaegerUrl}/api/traces/${traceId}`);
  const { data } = (await response.json()) as Answer;
  const [trace] = data;
  if (!trace) throw new Error(`Jaeger has no trace ${traceId}`);
  return {
    traceID: trace.traceID,
    startTime: Math.min(...trace.spans.map(({ startTime }) => startTime)),
    endTime: Math.max(...trace.spans.map(({ startTime, duration }) => startTime + duration)),
    spans: trace.spans,
    processes: Object.values(trace.processes).map(({ serviceName, tags }) => ({
      service: serviceName,
      tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])),
    })),
  };
}
