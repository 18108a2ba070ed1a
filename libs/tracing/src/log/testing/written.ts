import { LineText } from '../line-text.ts';
import { writeValue } from '../write-value.ts';

/** What a reader of a line finds in the place of a value, and in the fields of its log record. */
export function written(value: unknown, room = 10_000) {
  const flat: Record<string, unknown> = {};
  const line = new LineText(room, {
    add(name, item) {
      flat[name] ??= item;
    },
  });
  writeValue(line, value, 'it');
  return { json: line.json, value: JSON.parse(line.json) as unknown, flat, isCut: line.isCut };
}
