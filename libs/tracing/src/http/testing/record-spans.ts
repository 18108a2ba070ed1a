import { NodeSDK } from '@opentelemetry/sdk-node';
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import type { TrustMode } from '../../propagation/boundary.ts';
import { createBoundary } from '../../propagation/create-boundary.ts';
import { until } from '../../testing/until.ts';
import { HttpInstrumentation } from '../http-instrumentation.ts';

export interface RecordedSpans {
  readonly all: ReadableSpan[];
  /** Waits until so many spans have ended, and takes them out: the earliest start first. */
  take(count: number): Promise<ReadableSpan[]>;
}

/** Traces the HTTP of this process, for as long as it runs. */
export function recordSpans(mode: TrustMode = 'trust'): RecordedSpans {
  const exporter = new InMemorySpanExporter();
  const boundary = createBoundary({
    formats: undefined,
    trust: { mode, ports: new Map() },
    trustKeys: [],
    baggageKeys: [],
    targets: ['loopback'],
    elsewhere: 'none',
  });
  new NodeSDK({
    autoDetectResources: false,
    instrumentations: [new HttpInstrumentation(boundary)],
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
    logRecordProcessors: [],
    metricReaders: [],
  }).start();
  return {
    get all() {
      return exporter.getFinishedSpans();
    },
    async take(count) {
      const ended = () => exporter.getFinishedSpans();
      await until(() => (ended().length >= count ? true : undefined), `a span number ${count}`);
      const taken = ended().toSorted(
        (a, b) => a.startTime[0] - b.startTime[0] || a.startTime[1] - b.startTime[1],
      );
      exporter.reset();
      return taken;
    },
  };
}
