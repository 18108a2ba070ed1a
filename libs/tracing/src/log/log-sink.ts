import type { LogAttributes } from '../otlp/log-attributes.ts';
import type { LogRecord } from '../otlp/log-record.ts';

/** Where lines go as log records. */
export interface LogSink {
  /** Where the fields of a line are put before the line is finished. */
  startAttributes(): LogAttributes;
  /** Never throws. */
  take(record: LogRecord): void;
}

let current: LogSink | undefined;

/** For all loggers of this module instance; those of another one, as in a bundle, find the API's global provider. */
export function setLogSink(sink: LogSink): void {
  current = sink;
}

export function currentLogSink(): LogSink | undefined {
  return current;
}
