import { z } from 'zod';
import { reachable } from '../../../reachable.ts';
import type { UpConfig } from '../../config.ts';
import type { ExtraBackend } from '../../parse-arguments.ts';
import { ask } from './ask.ts';

/** A store that a probe must be found in. */
export interface Reader {
  /** For people, e.g. `span in Jaeger`. */
  readonly name: string;
  readonly signal: 'traces' | 'logs';
  has(traceId: string): Promise<boolean>;
}

const some = z.array(z.unknown()).min(1);
const jaegerAnswer = z.object({ result: z.object({ resourceSpans: some }) });
const lokiAnswer = z.object({ data: z.object({ result: some }) });
const elasticsearchAnswer = z.object({ hits: z.object({ hits: some }) });

/** The stores of the mesh. */
export function readersOf(config: UpConfig, extras: readonly ExtraBackend[]): Reader[] {
  const at = (port: number) => `http://${reachable(config.HOST, port)}`;
  // Without times Loki looks at the last hour.
  const lines = (id: string) => new URLSearchParams({ query: `{service_name=~".+"} | trace_id="${id}"` });
  const answers = (schema: z.ZodType, url: (id: string) => string) => async (id: string) =>
    schema.safeParse(await ask(url(id))).success;
  const jaeger = answers(jaegerAnswer, (id) => `${at(config.JAEGER_PORT)}/api/v3/traces/${id}`);
  const loki = answers(lokiAnswer, (id) => `${at(config.LOKI_PORT)}/loki/api/v1/query_range?${lines(id)}`);
  const zipkin = answers(some, (id) => `${at(config.ZIPKIN_PORT)}/api/v2/trace/${id}`);
  const elasticsearch = answers(
    elasticsearchAnswer,
    (id) => `${at(config.ELASTICSEARCH_PORT)}/logs-*/_search?q=trace_id:${id}`,
  );
  const readers: readonly (Reader & { readonly of?: ExtraBackend })[] = [
    { name: 'span in Jaeger', signal: 'traces', has: jaeger },
    { name: 'line in Loki', signal: 'logs', has: loki },
    { name: 'span in Zipkin', signal: 'traces', has: zipkin, of: 'zipkin' },
    { name: 'line in Elasticsearch', signal: 'logs', has: elasticsearch, of: 'elk' },
  ];
  return readers.filter(({ of }) => of === undefined || extras.includes(of));
}
