import type { Attributes, HrTime } from '@opentelemetry/api';
import { logs, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import type { LogAttributes } from '../otlp/log-attributes.ts';
import { VERSION } from '../version.ts';
import type { FlatFields } from './flat-fields.ts';
import type { LogSink } from './log-sink.ts';
import type { Line } from './make-line.ts';
import { severityOf } from './severity.ts';

const SCOPE = { name: '@mesh/tracing', version: VERSION };

/** Finds the provider of the preload, or of an SDK, also from a bundle, when there is one. */
const provided = logs.getLogger(SCOPE.name, SCOPE.version);

/** Whether anybody takes log records where there is no sink. */
export function canEmit(): boolean {
  return provided.enabled();
}

/** Sends a line as a log record. @param attributes with its fields, started by the sink */
export function sendLine(
  sink: LogSink,
  { message, ids }: Line,
  level: string,
  time: HrTime,
  observedTime: HrTime,
  attributes: LogAttributes,
): void {
  sink.take({
    instrumentationScope: SCOPE,
    time,
    observedTime,
    severityNumber: severityOf(level),
    severityText: level,
    body: message,
    eventName: undefined,
    spanContext: ids,
    attributes,
  });
}

export interface NamedAttributes extends FlatFields {
  readonly byName: Attributes;
}

export function attributesByName(): NamedAttributes {
  const byName: Attributes = Object.create(null);
  return {
    byName,
    add(name, value) {
      byName[name] ??= value;
    },
  };
}

/** The same by the provider of the API. */
export function emitLine(
  { message, ids }: Line,
  level: string,
  time: HrTime,
  observedTime: HrTime,
  { byName }: NamedAttributes,
): void {
  provided.emit({
    timestamp: time,
    observedTimestamp: observedTime,
    severityNumber: severityOf(level),
    severityText: level,
    body: message,
    attributes: byName,
    context: ids ? trace.setSpanContext(ROOT_CONTEXT, ids) : ROOT_CONTEXT,
  });
}
