import { z } from 'zod';
import type { BackEnd } from '../../http/back-end.ts';
import { notIt } from '../../http/not-it.ts';
import { postJson } from '../../http/post-json.ts';
import { readElasticsearchLine } from './elasticsearch-line.ts';
import { type LineFilter, type LineQuery, type LineStore, readEachLine } from './line-store.ts';

const timeoutMs = 10_000;
/** The data streams that the collector writes log records to. Where there is none yet, nothing is found. */
const path = '/logs-*/_search?ignore_unavailable=true&allow_no_indices=true';

const answer = z.object({ hits: z.object({ hits: z.array(z.object({ _source: z.unknown() })) }) });

/** Log lines from Elasticsearch, as the collector's exporter writes them in its mapping mode `otel`. */
export function elasticsearchLines(elasticsearch: BackEnd): LineStore {
  return {
    backEnd: elasticsearch,
    async linesOf(query) {
      const { json } = await postJson(elasticsearch, path, searchOf(query), { timeoutMs });
      const { hits } = answer.safeParse(json).data?.hits ?? {};
      if (!hits) throw notIt(elasticsearch, 'no lines');
      return readEachLine(hits, ({ _source }) => readElasticsearchLine(_source));
    },
  };
}

function searchOf({ about, fromMs, toMs, limit, direction }: LineQuery) {
  const [gte, lt] = [Math.floor(fromMs), Math.ceil(toMs)];
  const order = direction === 'forward' ? 'asc' : 'desc';
  return {
    size: limit,
    // An index without a line yet has no time to sort by.
    sort: [{ '@timestamp': { order, unmapped_type: 'date' } }],
    query: {
      bool: {
        filter: [{ range: { '@timestamp': { gte, lt, format: 'epoch_millis' } } }, conditionOf(about)],
      },
    },
  };
}

/** Right for ids that are indexed as keywords and for those that are indexed as text, whatever the template says. */
function conditionOf(about: LineFilter): object {
  const order = 'attributes.order.id';
  if (about === 'any order') return { exists: { field: order } };
  if ('orderId' in about) return { match_phrase: { [order]: about.orderId } };
  return { terms: { trace_id: about.traceIds } };
}
