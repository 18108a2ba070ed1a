import type { BackEnd } from '../../http/back-end.ts';
import { getJson } from '../../http/get-json.ts';
import { notIt } from '../../http/not-it.ts';
import type { LineFilter, LineQuery, LineStore } from './line-store.ts';
import { readLokiLines } from './loki-lines.ts';

const timeoutMs = 10_000;
const headers = { 'x-loki-response-encoding-flags': 'categorize-labels' };

/** Log lines from Loki's `query_range`. */
export function lokiLines(loki: BackEnd): LineStore {
  return {
    backEnd: loki,
    async linesOf({ about, fromMs, toMs, limit, direction }: LineQuery) {
      const query = new URLSearchParams({
        query: `{service_name=~".+"} | ${stageOf(about)}`,
        start: `${BigInt(Math.floor(fromMs)) * 1_000_000n}`,
        end: `${BigInt(Math.ceil(toMs)) * 1_000_000n}`,
        limit: `${limit}`,
        direction,
      });
      const { json } = await getJson(loki, `/loki/api/v1/query_range?${query}`, { timeoutMs, headers });
      const lines = readLokiLines(json);
      if (!lines) throw notIt(loki, 'no lines');
      return lines;
    },
  };
}

/** The LogQL stage after the selector of every stream: ids are structured metadata, never labels. */
function stageOf(about: LineFilter): string {
  if (about === 'any order') return 'order_id!=""';
  if ('orderId' in about) return `order_id="${about.orderId}"`;
  const [only, ...more] = about.traceIds;
  return more.length === 0 ? `trace_id="${only}"` : `trace_id=~"${about.traceIds.join('|')}"`;
}
