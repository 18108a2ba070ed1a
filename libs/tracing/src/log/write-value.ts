import { isSecretEntry } from '../redaction/is-secret-entry.ts';
import { REDACTED } from '../redaction/redact-text.ts';
import { contentOf } from './content-of.ts';
import { fieldName } from './field-name.ts';
import { flatKey } from './flat-key.ts';
import type { LineText } from './line-text.ts';
import { readProperty, UNREADABLE } from './property.ts';

const MAX_DEPTH = 8;

/**
 * Writes any value as JSON: no cycles, bounded in depth and size, well-formed text, nothing secret. Never throws, whatever
 * getters, proxies and `toJSON` do.
 *
 * @param key its name among the flat fields; `undefined`: it goes there with something larger
 * @param path the objects that it is in
 */
export function writeValue(
  line: LineText,
  value: unknown,
  key: string | undefined,
  path: object[] = [],
): void {
  if (typeof value === 'string') line.addTextField(value, key);
  else if (typeof value === 'number' || typeof value === 'boolean') writePlain(line, value, key);
  else if (typeof value === 'object' && value !== null) writeObject(line, value, key, path);
  else writeOdd(line, value, key);
}

function writePlain(line: LineText, value: number | boolean, key: string | undefined): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    line.addTextField(String(value), key);
    return;
  }
  line.add(String(value));
  if (key !== undefined) line.flat?.add(key, value);
}

/** What JSON has no form for; a bigint as text, since readers would round the number. */
function writeOdd(line: LineText, value: unknown, key: string | undefined): void {
  if (value == null) {
    line.add('null');
    if (key !== undefined) line.flat?.add(key, 'null');
  } else line.addTextField(typeof value === 'function' ? '[Function]' : String(value), key);
}

function writeObject(line: LineText, object: object, key: string | undefined, path: object[]): void {
  if (path.includes(object)) line.addTextField('[Circular]', key);
  else if (path.length >= MAX_DEPTH) line.addTextField('[Nested too deep]', key);
  else {
    const { json, room } = line;
    const depth = path.push(object);
    try {
      writeContent(line, contentOf(object), key, path);
    } catch {
      line.json = json;
      line.room = room;
      line.addTextField(UNREADABLE, key);
    }
    path.length = depth - 1;
  }
}

function writeContent(line: LineText, content: unknown, key: string | undefined, path: object[]): void {
  if (typeof content !== 'object' || content === null) writeValue(line, content, key);
  else if (isInList(path) && isSecretEntry(content)) writeList(line, [content[0], REDACTED], key, path);
  else if (Array.isArray(content)) writeList(line, content, key, path);
  else writeEntries(line, content, key, path);
}

/** Whether the last object of the path is an item. */
function isInList(path: readonly object[]): boolean {
  const list = path.at(-2);
  return Array.isArray(list) || list instanceof Map || list instanceof Set;
}

function writeList(line: LineText, list: readonly unknown[], key: string | undefined, path: object[]): void {
  const start = line.json.length;
  line.add('[');
  const { length } = list;
  for (let index = 0; index < length && line.hasRoom(0); index++) {
    if (index > 0) line.add(',');
    writeValue(line, readProperty(list, index), undefined, path);
  }
  line.add(']');
  if (key !== undefined) line.flat?.add(key, line.json.slice(start));
}

function writeEntries(line: LineText, object: object, key: string | undefined, path: object[]): void {
  let separator = '{';
  for (const name of Object.keys(object)) {
    const value = readProperty(object, name);
    // Looking at what is not written takes time, and so room.
    if (value === undefined) line.room--;
    if (!line.hasRoom(name.length)) break;
    if (value === undefined) continue;
    const field = fieldName(name);
    if (!line.hasRoom(field.bytes)) break;
    line.json += separator + field.json;
    line.room -= field.bytes + 1;
    const flat = key === undefined ? undefined : flatKey(key, field.text, path.at(-1));
    writeField(line, field.isSecret, value, flat, path);
    separator = ',';
  }
  line.add(separator === '{' ? '{}' : '}');
}

/** The value after a name. */
export function writeField(
  line: LineText,
  isSecret: boolean,
  value: unknown,
  key: string | undefined,
  path?: object[],
): void {
  writeValue(line, isSecret && value !== null ? REDACTED : value, key, path);
}
