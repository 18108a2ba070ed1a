import type { LogRecordProcessor } from '@opentelemetry/sdk-logs';
import type { LogSink } from '../log/log-sink.ts';
import { cleanAttributes } from '../span/clean-attributes.ts';

/** The SDK has kept to its limits. */
const UNLIMITED = { attributeCountLimit: Infinity, attributeValueLengthLimit: Infinity };

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
  const clean = cleanAttributes(record.attributes, UNLIMITED).attributes ?? {};
  for (const [name, value] of Object.entries(clean)) attributes.add(name, value);
  sink.take({
    scope: record.instrumentationScope,
    time: record.hrTime,
    observedTime: record.hrTimeObserved,
    severityNumber: record.severityNumber ?? 0,
    severityText: record.severityText,
    body: cleanAttributes({ body: record.body }, UNLIMITED).attributes?.['body'],
    eventName: record.eventName,
    spanContext: record.spanContext,
    attributes,
  });
}
