import type { HrTime, SpanContext } from '@opentelemetry/api';
import type { Call } from './call.ts';
import type { FlatFields } from './flat-fields.ts';
import { HEAD_BYTES, lineHead } from './line-head.ts';
import { lineMessage } from './line-message.ts';
import { LineText } from './line-text.ts';
import { readProperty } from './property.ts';
import { readSpanFields } from './span-fields.ts';
import { writeFields } from './write-fields.ts';

/** Readers of lines cut longer ones: Docker at 16 KiB. */
const MAX_BYTES = 16 * 1024;

export interface Line {
  /** One JSON object without a line end: `timestamp level message service.name trace_id span_id trace_flags` + fields. */
  readonly json: string;
  /** The message as it is in the line. */
  readonly message: string;
  readonly ids: SpanContext | undefined;
}

/**
 * Makes the line of a call in one pass over its values.
 *
 * @param active the span that the call was made in. Without one, the fields `trace_id`, `span_id` and `trace_flags` count
 * @param flat takes the fields for a log record, too
 */
export function makeLine(call: Call, time: HrTime, active?: SpanContext, flat?: FlatFields): Line {
  const line = new LineText(MAX_BYTES - HEAD_BYTES, flat);
  // Half of it, so that a huge message leaves room for what it is about.
  const message = lineMessage(call, Math.floor(line.room / 2));
  line.room -= message.bytes;
  line.isCut = message.isCut;
  const ids = active ?? idsOf(call);
  line.json = lineHead(time, call.level, message.json, ids);
  writeFields(line, call, ids);
  if (line.isCut) flat?.add('truncated', true);
  return { json: `${line.json}${line.isCut ? ',"truncated":true}' : '}'}`, message: message.text, ids };
}

function idsOf({ fields, shared }: Call): SpanContext | undefined {
  if (fields) return idsIn(fields) ?? idsInShared(shared);
  return idsInShared(shared);
}

function idsInShared(shared: readonly object[]): SpanContext | undefined {
  for (let at = shared.length - 1; at >= 0; at--) {
    const ids = idsIn(shared[at] as object);
    if (ids) return ids;
  }
  return undefined;
}

function idsIn(fields: object): SpanContext | undefined {
  const traceId = readProperty(fields, 'trace_id');
  if (traceId === undefined) return undefined;
  return readSpanFields(traceId, readProperty(fields, 'span_id'), readProperty(fields, 'trace_flags'));
}
