import type { BackEnd } from '../../http/back-end.ts';
import { getJson } from '../../http/get-json.ts';
import { notIt } from '../../http/not-it.ts';
import { noSpans, type SpanStore } from './span-store.ts';
import { readZipkinSpans } from './zipkin-spans.ts';

const timeoutMs = 10_000;

/** Spans from Zipkin's `/api/v2`, which answers 404 for a trace that it does not know. */
export function zipkinSpans(zipkin: BackEnd): SpanStore {
  return {
    backEnd: zipkin,
    async spansOf(traceId) {
      const { status, json } = await getJson(zipkin, `/api/v2/trace/${traceId}`, { timeoutMs });
      if (status === 404) return noSpans;
      const read = readZipkinSpans(json);
      if (!read) throw notIt(zipkin, 'no trace');
      return read;
    },
  };
}
