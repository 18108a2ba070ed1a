import { NodeSDK } from '@opentelemetry/sdk-node';
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { HttpInstrumentation } from '../http/http-instrumentation.ts';
import type { TrustMode } from '../propagation/boundary.ts';
import { createBoundary } from '../propagation/create-boundary.ts';
import { setBoundary } from '../propagation/current-boundary.ts';
import { until } from './until.ts';

export interface RecordedSpans {
  readonly all: ReadableSpan[];
  /** Waits until so many spans have ended, and takes them out: the earliest start first. */
  take(count: number): Promise<ReadableSpan[]>;
}

/** Traces what this process does over HTTP and TCP, for as long as it runs. */
export function recordSpans(mode: TrustMode = 'trust'): RecordedSpans {
  const exporter = new InMemorySpanExporter();
  const boundary = createBoundary({
    formats: undefined,
    trust: { mode, ports: new Map() },
    trustKeys: [],
    readsMarks: false,
    baggageKeys: [],
    targets: ['loopback'],
    elsewhere: 'none',
  });
  setBoundary(boundary);
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
