import { host, port } from '@mesh/config';
import { z } from 'zod';
import type { Env } from '../command.ts';
import type { BackEnd } from '../http/back-end.ts';
import { reachable } from '../reachable.ts';
import { readEnv } from '../read-env.ts';
import { elasticsearchLines } from './stores/elasticsearch.ts';
import { jaegerSpans } from './stores/jaeger.ts';
import type { LineStore } from './stores/line-store.ts';
import { lokiLines } from './stores/loki.ts';
import type { SpanStore } from './stores/span-store.ts';
import { zipkinSpans } from './stores/zipkin.ts';

/** Where the three back ends of `mesh trace` are. */
export interface TraceConfig {
  readonly gateway: BackEnd;
  readonly spans: SpanStore;
  readonly lines: LineStore;
}

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' })
  .transform((url) => url.replace(/\/+$/, ''))
  .optional();

const schema = z.object({
  HOST: host,
  GATEWAY_HTTP_PORT: port(8080),
  JAEGER_PORT: port(16_686),
  LOKI_PORT: port(3100),
  GATEWAY_URL: httpUrl,
  JAEGER_URL: httpUrl,
  LOKI_URL: httpUrl,
  /** Read instead of Jaeger and of Loki where they are set: nobody has them unless they were asked for. */
  ZIPKIN_URL: httpUrl,
  ELASTICSEARCH_URL: httpUrl,
});

/** Reads the addresses out of the environment: the mesh of this machine unless a URL is set. */
export function readTraceConfig(env: Env): TraceConfig | { problem: string } {
  const values = readEnv(schema, env);
  if ('problem' in values) return values;
  const at = (port: number) => `http://${reachable(values.HOST, port)}`;
  const { GATEWAY_URL = at(values.GATEWAY_HTTP_PORT), ZIPKIN_URL, ELASTICSEARCH_URL } = values;
  const { JAEGER_URL = at(values.JAEGER_PORT), LOKI_URL = at(values.LOKI_PORT) } = values;
  return {
    gateway: { name: 'the gateway', url: GATEWAY_URL, variable: 'GATEWAY_URL' },
    spans:
      ZIPKIN_URL === undefined
        ? jaegerSpans({ name: 'Jaeger', url: JAEGER_URL, variable: 'JAEGER_URL' })
        : zipkinSpans({ name: 'Zipkin', url: ZIPKIN_URL, variable: 'ZIPKIN_URL' }),
    lines:
      ELASTICSEARCH_URL === undefined
        ? lokiLines({ name: 'Loki', url: LOKI_URL, variable: 'LOKI_URL' })
        : elasticsearchLines({
            name: 'Elasticsearch',
            url: ELASTICSEARCH_URL,
            variable: 'ELASTICSEARCH_URL',
          }),
  };
}
