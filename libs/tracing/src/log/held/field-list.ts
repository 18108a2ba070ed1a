/**
 * Fields as names and values by turns, for as long as nobody wants the line. An object would keep a shape of its own, which takes ten
 * times as much, where a name is made of data.
 */
export type FieldList = readonly unknown[];

/** @throws what a getter throws */
export function listFields(fields: object): FieldList {
  const names = Object.keys(fields);
  const list: unknown[] = new Array(2 * names.length);
  for (let at = 0; at < names.length; at++) {
    const name = names[at] as string;
    list[2 * at] = name;
    list[2 * at + 1] = fields[name as never];
  }
  return list;
}

export function toFields(list: FieldList): Record<string, unknown> {
  const fields: Record<string, unknown> = Object.create(null);
  for (let at = 0; at < list.length; at += 2) fields[list[at] as string] = list[at + 1];
  return fields;
}
