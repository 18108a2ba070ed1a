import { z } from 'zod';
import type { Fake } from './back-ends.ts';
import type { LokiLine } from './loki.ts';
import { longAgoNs, traceId } from './order-trace.ts';
import { spanId } from './otlp.ts';

const search = z.object({
  size: z.number(),
  query: z.object({
    bool: z.object({
      filter: z.tuple([
        z.object({ range: z.object({ '@timestamp': z.object({ gte: z.number(), lt: z.number() }) }) }),
        z.object({ terms: z.object({ trace_id: z.array(z.string()) }) }),
      ]),
    }),
  }),
});

/** As Elasticsearch answers a search by trace ids: documents of the collector's mapping mode `otel`. */
export function fakeElasticsearch(lines: readonly LokiLine[]): Fake {
  return ({ pathname }, body) => {
    if (pathname !== '/logs-*/_search') return { status: 405, text: '{"error":"no such method"}' };
    const { size, query } = search.parse(body);
    const [{ range }, { terms }] = query.bool.filter;
    const { gte, lt } = range['@timestamp'];
    const found = lines.filter(({ at }) => {
      const ms = Number(longAgoNs / 1_000_000n) + at;
      return terms.trace_id.includes(traceId) && gte <= ms && ms < lt;
    });
    const hits = found.slice(0, size).map((line) => ({ _index: '.ds-logs-1', _source: documentOf(line) }));
    return { json: { took: 1, timed_out: false, hits: { total: { value: hits.length }, hits } } };
  };
}

function documentOf({ service, at, message, span, level = 'info', fields = {} }: LokiLine) {
  const ns = longAgoNs + BigInt(Math.round(at * 1e6));
  return {
    '@timestamp': `${ns / 1_000_000n}.${ns % 1_000_000n}`,
    data_stream: { type: 'logs', dataset: 'generic.otel', namespace: 'default' },
    ...{ severity_text: level, severity_number: 9, trace_id: traceId },
    ...(span !== undefined && { span_id: spanId(span) }),
    attributes: Object.fromEntries(Object.entries(fields).map(([name, value]) => [dotted(name), value])),
    resource: { attributes: { 'service.name': service, 'service.namespace': 'mesh' } },
    scope: { name: '@mesh/tracing' },
    body: { text: message },
  };
}

/** The names that the program wrote, of which Loki has made labels. */
function dotted(name: string): string {
  return name === 'duration_ms' ? name : name.replace('_', '.');
}
