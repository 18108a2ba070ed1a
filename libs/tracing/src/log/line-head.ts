import type { HrTime, SpanContext } from '@opentelemetry/api';
import { readServiceName } from '../service-name.ts';
import { quote } from './json-text.ts';

const SERVICE_NAME = `,"service.name":${quote(readServiceName())}`;

/** Bytes of all but message and fields, with something to spare. */
export const HEAD_BYTES = 400 + Buffer.byteLength(SERVICE_NAME);

/** More than any logger has. */
const MAX_LEVELS = 50;

const levels = new Map<string, string>();
let second = -1;
let secondText = '';

/** What a line begins with: `timestamp level message service.name trace_id span_id trace_flags`. */
export function lineHead(time: HrTime, level: string, message: string, ids: SpanContext | undefined): string {
  const head = `{"timestamp":"${timestamp(time)}${levels.get(level) ?? levelHead(level)}${message}${SERVICE_NAME}`;
  return ids ? `${head}${idsText(ids)}` : head;
}

/** ISO 8601 in UTC with milliseconds. The text of a second is made once: `Date` takes longer than the rest of the head. */
function timestamp([seconds, nanos]: HrTime): string {
  if (seconds !== second) {
    second = seconds;
    secondText = new Date(seconds * 1000).toISOString().slice(0, -'000Z'.length);
  }
  const millis = Math.floor(nanos / 1e6);
  return `${secondText}${millis < 10 ? '00' : millis < 100 ? '0' : ''}${millis}Z`;
}

function levelHead(level: string): string {
  const head = `","level":${quote(level)},"message":`;
  if (levels.size < MAX_LEVELS) levels.set(level, head);
  return head;
}

function idsText({ traceId, spanId, traceFlags }: SpanContext): string {
  return `,"trace_id":"${traceId}","span_id":"${spanId}","trace_flags":"${FLAGS[traceFlags & 0xff]}"`;
}

const FLAGS = Array.from({ length: 256 }, (_, flags) => flags.toString(16).padStart(2, '0'));
