import type { SpanContext } from '@opentelemetry/api';
import type { Headers } from './boundary.ts';
import type { CallerTrace } from './caller-trace.ts';

/** One way to write a trace into headers. */
export interface WireFormat {
  /** The headers that it uses, in lower case. */
  readonly fields: readonly string[];
  /** @returns undefined if the request does not use this format */
  read(headers: Headers): CallerTrace | undefined;
  write(span: SpanContext, set: (name: string, value: string) => void): void;
}
