import { z } from 'zod';
import type { BackEnd } from '../../http/back-end.ts';
import { getJson } from '../../http/get-json.ts';
import { notIt } from '../../http/not-it.ts';
import { readOtlpSpans } from './otlp-spans.ts';
import { noSpans, type SpanStore } from './span-store.ts';

const timeoutMs = 10_000;
const answer = z.object({ result: z.unknown() });

/** Spans from Jaeger's `/api/v3`, which answers 404 for a trace that it does not know. */
export function jaegerSpans(jaeger: BackEnd): SpanStore {
  return {
    backEnd: jaeger,
    async spansOf(traceId) {
      const { status, json } = await getJson(jaeger, `/api/v3/traces/${traceId}`, { timeoutMs });
      if (status === 404) return noSpans;
      const read = readOtlpSpans(answer.safeParse(json).data?.result);
      if (!read) throw notIt(jaeger, 'no trace');
      return read;
    },
  };
}
