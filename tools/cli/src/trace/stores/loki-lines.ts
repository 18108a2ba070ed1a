import { z } from 'zod';
import type { LogLine } from '../log-line.ts';
import { byName } from './by-name.ts';
import { type ReadLines, readEachLine } from './line-store.ts';
import { readOtlpId } from './otlp-id.ts';

const labels = z.record(z.string(), z.string());
const entry = z.tuple([z.string().regex(/^\d{1,20}$/), z.string()]).rest(z.unknown());
const categorized = z.object({ structuredMetadata: labels.default({}), parsed: labels.default({}) });
const streams = z.object({
  data: z.object({
    resultType: z.literal('streams'),
    result: z.array(z.object({ stream: labels, values: z.array(z.unknown()) })),
  }),
});

/** What the store, the SDK and the resource add to every line; the rest was written by the program. */
const notFields =
  /^(trace_id|span_id|trace_flags|flags|severity_.*|detected_level|level|observed_timestamp|scope_.*|dropped_.*|service_.*|telemetry_.*|process_.*|host_.*|os_.*|deployment_.*|container_.*|k8s_.*|__.*)$/;

interface Entry {
  readonly stream: Record<string, string>;
  readonly value: unknown;
}

/**
 * Reads the answer of Loki's `query_range` for log lines; undefined where `json` is something else.
 * Structured metadata is found both apart from the labels (`categorize-labels`) and among them.
 */
export function readLokiLines(json: unknown): ReadLines | undefined {
  const answer = streams.safeParse(json).data;
  if (!answer) return undefined;
  const entries = answer.data.result.flatMap(({ stream, values }) =>
    values.map((value) => ({ stream, value })),
  );
  return readEachLine(entries, readLine);
}

/** Loki leaves flags out that are 0, as it does those that nobody set: then nothing is known. */
function isUnsampled(flags: string | undefined): boolean {
  return flags !== undefined && (Number(flags) & 1) === 0;
}

function readLine({ stream, value }: Entry): LogLine | undefined {
  const [ns, message, extra] = entry.safeParse(value).data ?? [];
  if (ns === undefined || message === undefined) return undefined;
  const { structuredMetadata, parsed } = categorized.safeParse(extra ?? {}).data ?? {};
  const all: Record<string, string> = { ...stream, ...structuredMetadata, ...parsed };
  return {
    timeNs: BigInt(ns),
    service: all['service_name'] ?? 'unknown',
    level: (all['severity_text'] ?? all['detected_level'] ?? all['level'] ?? '').toLowerCase(),
    message,
    spanId: readOtlpId(all['span_id'], 8),
    traceId: readOtlpId(all['trace_id'], 16),
    ...(isUnsampled(all['flags']) && { isUnsampled: true }),
    fields: byName(Object.entries(all).filter(([name]) => !notFields.test(name))),
  };
}
