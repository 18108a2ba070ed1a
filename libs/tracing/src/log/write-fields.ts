import type { SpanContext } from '@opentelemetry/api';
import type { Call } from './call.ts';
import { fieldName } from './field-name.ts';
import type { LineText } from './line-text.ts';
import { readProperty, UNREADABLE } from './property.ts';
import { topName } from './top-name.ts';
import { writeField } from './write-value.ts';

/** Writes all fields of a call after the head of its line, which has the ids. */
export function writeFields(line: LineText, call: Call, ids: SpanContext | undefined): void {
  const { shared, fields, error, args } = call;
  for (let at = 0; at < shared.length; at++) {
    const over = fields ? [...shared.slice(at + 1), fields] : shared.slice(at + 1);
    writeLayer(line, shared[at] as object, call, ids, over);
  }
  if (fields) writeLayer(line, fields, call, ids);
  if (error) writeTop(line, 'error', error);
  if (args.length > 0) writeTop(line, 'args', args);
}

/** @param over what has the last word where it has a field of the same name; `undefined`: these are the call's own */
function writeLayer(
  line: LineText,
  layer: object,
  call: Call,
  ids: SpanContext | undefined,
  over?: readonly object[],
): void {
  for (const name of namesOf(layer)) {
    const value = readProperty(layer, name);
    if (value === undefined) line.room--;
    if (!line.hasRoom(name.length)) break;
    if (value === undefined || over?.some((other) => has(other, name))) continue;
    if (call.isInfo && call.error && has(call.error, name)) continue;
    const field = topName(name, value, call, over !== undefined, ids);
    if (!field) continue;
    if (!line.hasRoom(field.bytes)) break;
    line.json += `,${field.json}`;
    line.room -= field.bytes + 1;
    writeField(line, field.isSecret, value, line.flat && field.text);
  }
}

function writeTop(line: LineText, name: string, value: unknown): void {
  const { json, bytes, text } = fieldName(name);
  if (!line.hasRoom(bytes)) return;
  line.json += `,${json}`;
  line.room -= bytes + 1;
  writeField(line, false, value, line.flat && text);
}

function namesOf(object: object): readonly string[] {
  try {
    return Object.keys(object);
  } catch {
    return [UNREADABLE];
  }
}

function has(object: object, name: string): boolean {
  try {
    return Object.hasOwn(object, name);
  } catch {
    return false;
  }
}
