import type { InstrumentationScope } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import type { SpanLimits } from '@opentelemetry/sdk-trace';
import type { SpanProcessors } from './span-processors.ts';
import type { SpanRecord } from './span-record.ts';

/** Where finished spans go to be sent. */
export interface SpanSink {
  /** A sampled span starts. */
  begin(): void;
  /** Takes a span that is sampled and ended. Never throws. */
  take(span: SpanRecord): void;
  /** Resolves when all that was taken is delivered or given up; never rejects. */
  flush(): Promise<void>;
}

/** What the spans of one tracer have in common. */
export interface SpanScope {
  readonly resource: Resource;
  readonly instrumentationScope: InstrumentationScope;
  readonly limits: Required<SpanLimits>;
  readonly processors: SpanProcessors;
  readonly sink: SpanSink | undefined;
}
