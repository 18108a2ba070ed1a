import { SeverityNumber } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { LogSink } from '../log/log-sink.ts';
import type { AttributeLimits } from '../span/span-attributes.ts';
import { createItemBatch } from './item-batch.ts';
import { LogAttributes } from './log-attributes.ts';
import type { LogRecord } from './log-record.ts';
import { createSink, type Sink, type SinkOptions } from './sink.ts';
import { writeLogRecord } from './write-log-record.ts';

export interface LogSinkOptions extends Omit<SinkOptions<LogRecord>, 'createBatch' | 'isImportant'> {
  readonly resource: Resource;
  readonly limits: AttributeLimits;
}

/** Sends log records; warnings and errors are kept longest. */
export function createLogSink({
  resource,
  limits,
  ...options
}: LogSinkOptions): LogSink & Omit<Sink<LogRecord>, 'take'> {
  const sink = createSink<LogRecord>({
    ...options,
    createBatch: () => createItemBatch(resource, writeLogRecord),
    isImportant: ({ severityNumber }) => severityNumber >= SeverityNumber.WARN,
  });
  let spare: LogAttributes | undefined;
  return {
    ...sink,
    // More than one at a time only where a getter of a logged object logs itself.
    startAttributes() {
      const attributes = spare ?? new LogAttributes(limits);
      spare = undefined;
      return attributes;
    },
    take(record) {
      options.ledger.started();
      sink.take(record);
      record.attributes.clear();
      spare = record.attributes;
    },
  };
}
