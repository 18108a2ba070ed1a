import type { HrTime, SpanContext } from '@opentelemetry/api';
import { now } from '../clock.ts';
import { type Budget, spendText } from './budget.ts';
import { type LogInfo, readLogInfo } from './log-info.ts';
import { readSpanFields } from './span-fields.ts';
import { type PlainObject, toPlain } from './to-plain.ts';

/** One log line before it has a form: the one on stdout and the one over OTLP are made of the same. */
export interface LogRecord {
  readonly time: HrTime;
  readonly level: string;
  readonly message: string;
  /** Of the active span; without one, of the fields `trace_id`, `span_id` and `trace_flags` of the call. */
  readonly spanContext: SpanContext | undefined;
  readonly fields: PlainObject;
}

/** Of message and fields as JSON; with the names and ids around them a line stays below 16 KiB. */
const MAX_BYTES = 14_000;

/** Names that a line gives itself; a field of the same name is written as `fields.<name>`. */
const RESERVED = ['timestamp', 'service.name', 'truncated'];

/** @param active the span context of the call, if it was made inside a request */
export function createLogRecord(info: LogInfo, active: SpanContext | undefined): LogRecord {
  const { message, error, fields } = readLogInfo(info);
  const { trace_id, span_id, trace_flags, ...others } = fields;
  const budget: Budget = { bytes: MAX_BYTES, cut: false };
  return {
    time: now(),
    level: info.level,
    message: spendText(budget, messageText(message)),
    spanContext: active ?? readSpanFields(trace_id, span_id, trace_flags),
    fields: plainFields(error ? { ...others, error } : others, budget),
  };
}

function plainFields(fields: Record<string, unknown>, budget: Budget): PlainObject {
  for (const name of RESERVED) {
    if (!(name in fields)) continue;
    fields[`fields.${name}`] = fields[name];
    delete fields[name];
  }
  const plain = toPlain(fields, budget) as PlainObject;
  if (budget.cut) plain['truncated'] = true;
  return plain;
}

function messageText(message: unknown): string {
  if (typeof message === 'string') return message;
  if (message === undefined) return '';
  return JSON.stringify(toPlain(message, { bytes: MAX_BYTES, cut: false }));
}
