import type { BackEnd } from '../../../http/back-end.ts';
import { reachable } from '../../../reachable.ts';
import { elasticsearchLines } from '../../../trace/stores/elasticsearch.ts';
import { jaegerSpans } from '../../../trace/stores/jaeger.ts';
import type { LineStore } from '../../../trace/stores/line-store.ts';
import { lokiLines } from '../../../trace/stores/loki.ts';
import type { SpanStore } from '../../../trace/stores/span-store.ts';
import { zipkinSpans } from '../../../trace/stores/zipkin.ts';
import type { UpConfig } from '../../config.ts';
import type { ExtraBackend } from '../../parse-arguments.ts';

/** A store that a probe must be found in. */
export interface Reader {
  /** For people, e.g. `span in Jaeger`. */
  readonly name: string;
  readonly signal: 'traces' | 'logs';
  /** Rejects where the store cannot be asked. */
  has(traceId: string): Promise<boolean>;
}

/** More than two clocks of one machine, or of it and its containers, differ. */
const MARGIN_MS = 3_600_000;

/** The stores of the mesh, read as `mesh trace` reads them. */
export function readersOf(config: UpConfig, extras: readonly ExtraBackend[]): Reader[] {
  const at = (name: string, port: number): BackEnd => {
    return { name, url: `http://${reachable(config.HOST, port)}`, variable: 'HOST' };
  };
  const zipkin = () => spanReader(zipkinSpans(at('Zipkin', config.ZIPKIN_PORT)));
  const elasticsearch = () => lineReader(elasticsearchLines(at('Elasticsearch', config.ELASTICSEARCH_PORT)));
  return [
    spanReader(jaegerSpans(at('Jaeger', config.JAEGER_PORT))),
    lineReader(lokiLines(at('Loki', config.LOKI_PORT))),
    ...(extras.includes('zipkin') ? [zipkin()] : []),
    ...(extras.includes('elk') ? [elasticsearch()] : []),
  ];
}

function spanReader({ backEnd, spansOf }: SpanStore): Reader {
  const has = async (traceId: string) => (await spansOf(traceId)).spans.length > 0;
  return { name: `span in ${backEnd.name}`, signal: 'traces', has };
}

function lineReader({ backEnd, linesOf }: LineStore): Reader {
  const has = async (traceId: string) => {
    const [fromMs, toMs] = [Date.now() - MARGIN_MS, Date.now() + MARGIN_MS];
    const about = { traceIds: [traceId] };
    return (await linesOf({ about, fromMs, toMs, limit: 1, direction: 'backward' })).lines.length > 0;
  };
  return { name: `line in ${backEnd.name}`, signal: 'logs', has };
}
