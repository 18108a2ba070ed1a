import { diag } from '@opentelemetry/api';
import type { LogRecordProcessor } from '@opentelemetry/sdk-logs';
import type { LogSink } from '../log/log-sink.ts';
import { cleanAttributes } from '../span/clean-attributes.ts';
import type { LogRecord } from './log-record.ts';

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
  try {
    sink.take(recordOf(sink, record, record));
  } catch (error) {
    // A getter, or how deep it is. What is left still says when, where and how bad.
    diag.error('A value in a log record cannot be read: the record goes without its values.', error);
    sink.take(recordOf(sink, record, { attributes: {}, body: undefined }));
  }
}

/** @throws what reading a value throws */
function recordOf(
  sink: LogSink,
  record: SdkLogRecord,
  values: Pick<SdkLogRecord, 'attributes' | 'body'>,
): LogRecord {
  const attributes = sink.startAttributes();
  attributes.dropped = record.droppedAttributesCount;
  const clean = cleanAttributes(values.attributes, UNLIMITED).attributes ?? {};
  for (const [name, value] of Object.entries(clean)) attributes.add(name, value);
  return {
    instrumentationScope: record.instrumentationScope,
    time: record.hrTime,
    observedTime: record.hrTimeObserved,
    severityNumber: record.severityNumber ?? 0,
    severityText: record.severityText,
    body: cleanAttributes({ body: values.body }, UNLIMITED).attributes?.['body'],
    eventName: record.eventName,
    spanContext: record.spanContext,
    attributes,
  };
}
