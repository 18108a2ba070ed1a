import type { AnyValue, HrTime, SpanContext } from '@opentelemetry/api';
import type { InstrumentationScope } from '@opentelemetry/core';
import type { LogAttributes } from './log-attributes.ts';

/** A log record on its way into a request. */
export interface LogRecord {
  readonly instrumentationScope: InstrumentationScope;
  readonly time: HrTime;
  readonly observedTime: HrTime;
  /** 1 to 24; 0 where nothing is known of it. */
  readonly severityNumber: number;
  readonly severityText: string | undefined;
  readonly body: AnyValue;
  readonly eventName: string | undefined;
  readonly spanContext: SpanContext | undefined;
  readonly attributes: LogAttributes;
}
