import type { Call } from './call.ts';
import { type FittedText, fitText } from './fit-text.ts';
import { LineText } from './line-text.ts';
import { readProperty } from './property.ts';
import { writeValue } from './write-value.ts';

/** Most services write the same messages again and again. */
const MAX_KEPT = 500;
const MAX_KEPT_LENGTH = 100;

const kept = new Map<string, FittedText>();

/** The message of a line, and what it takes of the room. */
export function lineMessage(call: Call, room: number): FittedText {
  const text = textOf(call, room);
  return kept.get(text) ?? readText(text, room);
}

function readText(text: string, room: number): FittedText {
  const message = fitText(text, room);
  if (text.length > MAX_KEPT_LENGTH) return message;
  if (kept.size >= MAX_KEPT) kept.clear();
  // Not `text`: as `ownText` does, and in less time.
  const own = message.json.slice(1, -1);
  if (own === text) kept.set(own, { ...message, text: own });
  return message;
}

/** As in winston, the message of the fields or of an Error in their place comes after that of the call. */
function textOf({ message, fields, isInfo, error }: Call, room: number): string {
  const text = typeof message === 'string' ? message : valueText(message, room);
  if (isInfo) return text;
  const more = readProperty(fields ?? error ?? NONE, 'message');
  return typeof more === 'string' && more !== '' && more !== message ? `${text} ${more}` : text;
}

const NONE = {};

function valueText(message: unknown, room: number): string {
  if (message === undefined) return '';
  const line = new LineText(room, undefined);
  writeValue(line, message, undefined);
  return line.json.startsWith('"') ? JSON.parse(line.json) : line.json;
}
