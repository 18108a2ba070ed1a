import { z } from 'zod';

const keyValue = z.object({ key: z.string(), value: z.record(z.string(), z.unknown()).optional() });

/** Deeper values are cut off: nothing here reads them, and a hostile one must not exhaust the stack. */
const maxDepth = 4;

/** OTLP JSON's list of `{key, value: {stringValue | intValue | …}}` as a record; entries that are not so are skipped. */
export function readOtlpAttributes(list: unknown, depth = 0): Record<string, unknown> {
  const entries = Array.isArray(list) ? list.map((entry) => keyValue.safeParse(entry).data) : [];
  return Object.fromEntries(entries.flatMap((e) => (e ? [[e.key, readValue(e.value ?? {}, depth)]] : [])));
}

function readValue(value: Record<string, unknown>, depth: number): unknown {
  const [[type, content] = ['', null]] = Object.entries(value);
  if (type === 'intValue') return readInteger(content);
  if (type === 'arrayValue') return depth < maxDepth ? readArray(content, depth + 1) : '…';
  if (type === 'kvlistValue')
    return depth < maxDepth ? readOtlpAttributes(valuesOf(content), depth + 1) : '…';
  return content;
}

/** int64 is a string in proto3 JSON; one that a number cannot hold stays a string. */
function readInteger(content: unknown): unknown {
  const number = Number(content);
  return Number.isSafeInteger(number) ? number : content;
}

function readArray(content: unknown, depth: number): unknown[] {
  const values = valuesOf(content);
  return Array.isArray(values) ? values.map((value) => readValue(Object(value), depth)) : [];
}

function valuesOf(content: unknown): unknown {
  return z.object({ values: z.unknown().optional() }).safeParse(content).data?.values;
}
