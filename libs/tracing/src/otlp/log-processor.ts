import type { LogRecordProcessor } from '@opentelemetry/sdk-logs';
import type { LogSink } from '../log/log-sink.ts';
import { isSecretName } from '../redaction/is-secret-name.ts';
import { REDACTED, redactText } from '../redaction/redact-text.ts';

/** Takes the records of other libraries, and of loggers in a bundle, which come by the API's global provider. */
type SdkLogRecord = Parameters<LogRecordProcessor['onEmit']>[0];

export function createLogProcessor(sink: LogSink, flush: () => Promise<void>): LogRecordProcessor {
  return {
    onEmit: (record) => takeRecord(sink, record),
    forceFlush: flush,
    shutdown: flush,
  };
}

function takeRecord(sink: LogSink, record: SdkLogRecord): void {
  const attributes = sink.startAttributes();
  attributes.dropped = record.droppedAttributesCount;
  for (const [name, value] of Object.entries(record.attributes))
    attributes.add(name, isSecretName(name) ? REDACTED : redact(value));
  sink.take({
    scope: record.instrumentationScope,
    time: record.hrTime,
    observedTime: record.hrTimeObserved,
    severityNumber: record.severityNumber ?? 0,
    severityText: record.severityText,
    body: redact(record.body),
    eventName: record.eventName,
    spanContext: record.spanContext,
    attributes,
  });
}

function redact<Value>(value: Value): Value | string {
  return typeof value === 'string' ? redactText(value) : value;
}
