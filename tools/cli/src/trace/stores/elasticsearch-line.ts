import { z } from 'zod';
import type { LogLine } from '../log-line.ts';
import { byName } from './by-name.ts';
import { readOtlpId } from './otlp-id.ts';

const object = z.record(z.string(), z.unknown()).default({});
const document = z.object({
  '@timestamp': z.union([z.string(), z.number()]),
  trace_id: z.unknown().optional(),
  span_id: z.unknown().optional(),
  severity_text: z.string().default(''),
  body: z.object({ text: z.string().optional() }).default({}),
  resource: z.object({ attributes: object }).default({ attributes: {} }),
  attributes: object,
});

/** A document of the collector's mapping mode `otel` as a line; undefined where it is something else. */
export function readElasticsearchLine(source: unknown): LogLine | undefined {
  const { data } = document.safeParse(source);
  const timeNs = readTime(data?.['@timestamp']);
  if (!data || timeNs === undefined) return undefined;
  const service = flatten(data.resource.attributes).find(([name]) => name === 'service_name')?.[1];
  return {
    timeNs,
    service: service ?? 'unknown',
    level: data.severity_text.toLowerCase(),
    message: data.body.text ?? '',
    spanId: readOtlpId(data.span_id, 8),
    traceId: readOtlpId(data.trace_id, 16),
    fields: byName(flatten(data.attributes)),
  };
}

/**
 * `1764141000123.4000`, which is milliseconds and, after the dot, the nanoseconds that are left: a whole number without
 * leading zeros, no fraction. Or a date in RFC 3339.
 */
function readTime(time: unknown): bigint | undefined {
  const [, millis, rest = ''] = /^(\d{1,15})(?:\.(\d{1,6}))?$/.exec(`${time}`) ?? [];
  if (millis !== undefined) return BigInt(millis) * 1_000_000n + BigInt(rest);
  const [, seconds, fraction = ''] = /^(.{10}T[\d:]{8})(?:\.(\d{1,9}))?Z$/.exec(`${time}`) ?? [];
  const ms = Date.parse(`${seconds}Z`);
  return Number.isNaN(ms) ? undefined : BigInt(ms) * 1_000_000n + BigInt(fraction.padEnd(9, '0'));
}

/** Names as Loki has them, `order_id` for `order.id`, whether the document nests them or not. */
function flatten(given: Readonly<Record<string, unknown>>, prefix = ''): [name: string, value: string][] {
  return Object.entries(given).flatMap(([key, value]) => {
    const name = prefix + key.replaceAll(/[^A-Za-z0-9_]/g, '_');
    const inner = z.record(z.string(), z.unknown()).safeParse(value).data;
    if (inner) return flatten(inner, `${name}_`);
    return [[name, typeof value === 'string' ? value : JSON.stringify(value)]];
  });
}
