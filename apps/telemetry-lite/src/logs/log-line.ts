import { hexId } from '../otlp/hex-id.ts';
import type { KeyValue, LogRecord, LogsRequest, Resource, Scope } from '../otlp/types.ts';
import { valueAsString } from './any-value.ts';
import { detectedLevel } from './detected-level.ts';
import { labelName } from './label-name.ts';

/** Names and values sorted by name. */
export type Labels = readonly (readonly [name: string, value: string])[];

/** A log record as Loki keeps it. */
export interface LogLine {
  /** Nanoseconds since the epoch. */
  time: bigint;
  line: string;
  /** Index labels: what a stream selector reads. */
  stream: Labels;
  /** Structured metadata: what a label filter reads too. */
  metadata: Labels;
}

/** The resource attributes that the stack's Loki indexes (`otlp_config` in deploy/loki). */
const indexed = new Set(['service.name', 'service.namespace', 'deployment.environment.name']);

/**
 * Maps a request as Loki's OTLP receiver does: body to line, indexed resource attributes to stream labels, everything
 * else to structured metadata.
 * @param now nanoseconds since the epoch, for a record that has no time
 * @throws BadRequest when an id has the wrong length
 */
export function toLogLines(request: LogsRequest, now: bigint): LogLine[] {
  return (request.resourceLogs ?? []).flatMap(({ resource = {}, scopeLogs = [] }) => {
    const stream = streamLabels(resource);
    const resourceMetadata = attributes(resource.attributes?.filter(({ key }) => !indexed.has(key ?? '')));
    return scopeLogs.flatMap(({ scope = {}, logRecords = [] }) => {
      const shared = [...resourceMetadata, ...scopeMetadata(scope)];
      return logRecords.map((record) => toLogLine(record, stream, shared, now));
    });
  });
}

function streamLabels({ attributes: given = [] }: Resource): Labels {
  const labels = new Map(attributes(given.filter(({ key }) => indexed.has(key ?? ''))));
  if (!labels.get('service_name')) labels.set('service_name', 'unknown_service');
  return sorted(labels);
}

function toLogLine(record: LogRecord, stream: Labels, shared: Labels, now: bigint): LogLine {
  const line = valueAsString(record.body);
  // Of two with the same name the last is kept, the resource's before the record's own: so does Loki.
  const metadata = new Map([...attributes(record.attributes), ...recordFields(record), ...shared]);
  metadata.set('detected_level', detectedLevel(metadata, record.severityNumber ?? 0, line));
  const time = BigInt(record.timeUnixNano ?? 0) || BigInt(record.observedTimeUnixNano ?? 0) || now;
  return { time, line, stream, metadata: sorted(apartFrom(stream, metadata)) };
}

/** Metadata that has a stream label's name gets Loki's suffix. */
function apartFrom(stream: Labels, metadata: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const taken = new Set(stream.map(([name]) => name));
  return new Map([...metadata].map(([name, value]) => [taken.has(name) ? `${name}_extracted` : name, value]));
}

function recordFields(record: LogRecord): Labels {
  const observed = BigInt(record.timeUnixNano ?? 0) ? record.observedTimeUnixNano : undefined;
  return present([
    ['observed_timestamp', observed],
    ['severity_number', record.severityNumber],
    ['severity_text', record.severityText],
    ['dropped_attributes_count', record.droppedAttributesCount],
    ['flags', record.flags],
    ['trace_id', hexId(record.traceId, 16)],
    ['span_id', hexId(record.spanId, 8)],
  ]);
}

function scopeMetadata(scope: Scope): Labels {
  return [
    ...attributes(scope.attributes),
    ...present([
      ['scope_name', scope.name],
      ['scope_version', scope.version],
    ]),
  ];
}

/** Only those that are set: protobuf does not tell 0 and '' from absent. */
function present(fields: [string, string | number | undefined][]): Labels {
  return fields.flatMap(([name, value]) => (value && value !== '0' ? [[name, `${value}`] as const] : []));
}

/** Attributes as labels; a map becomes one label for each of its leaves, as in Loki. */
function attributes(given: KeyValue[] = [], prefix = ''): Labels {
  return given.flatMap(({ key = '', value }): Labels => {
    const name = labelName(prefix + key);
    return value?.kvlistValue
      ? attributes(value.kvlistValue.values, `${name}_`)
      : [[name, valueAsString(value)]];
  });
}

/** By name; an empty label is an absent one. */
function sorted(labels: ReadonlyMap<string, string>): Labels {
  return [...labels].filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1));
}
