import type { UpConfig } from './config.ts';
import type { UpWords } from './parse-arguments.ts';

/** A port that the mesh will listen on. */
export interface Port {
  readonly variable: keyof UpConfig;
  readonly port: number;
  readonly host: string;
  /** What it is for. */
  readonly purpose: string;
  /** Who is likely to hold it where that cannot be seen. */
  readonly suspects: string;
}

type Row = readonly [variable: keyof UpConfig, purpose: string, suspects: string, host?: string];

const webServer = 'another web server or a second mesh';
const mesh = 'a second mesh or a docker compose stack';
const backEnd = 'a Jaeger, a collector or a docker compose stack';

const services: readonly Row[] = [
  ['GATEWAY_HTTP_PORT', "the gateway's HTTP API", webServer],
  ['GATEWAY_GRPC_PORT', "the gateway's gRPC API", mesh],
  ['ORDER_GRPC_PORT', 'the order service', mesh],
  ['INVENTORY_GRPC_PORT', 'the inventory service', mesh],
  ['POSTGRES_PORT', 'the embedded Postgres', 'another Postgres', '127.0.0.1'],
];
const stores: readonly Row[] = [
  ['OTLP_HTTP_PORT', 'traces and logs coming in by OTLP/HTTP', backEnd],
  ['OTLP_GRPC_PORT', 'traces and logs coming in by OTLP/gRPC', backEnd],
  ['JAEGER_PORT', 'reading traces', backEnd],
  ['LOKI_PORT', 'reading logs', 'a Loki, a development web server or a docker compose stack'],
  ['JAEGER_SAMPLING_PORT', 'telling services how to sample', backEnd],
];
const native: readonly Row[] = [
  ['PROMETHEUS_PORT', 'reading metrics', 'a Prometheus or a docker compose stack'],
  ['COLLECTOR_HEALTH_PORT', "the collector's health", backEnd],
  ['COLLECTOR_METRICS_PORT', "the collector's own metrics", backEnd],
  ['JAEGER_OTLP_PORT', 'Jaeger getting spans from the collector', backEnd],
  ['JAEGER_GRPC_PORT', "Jaeger's gRPC API", backEnd],
  ['JAEGER_HEALTH_PORT', "Jaeger's health", backEnd],
  ['JAEGER_METRICS_PORT', "Jaeger's own metrics", backEnd],
  ['LOKI_GRPC_PORT', "Loki's gRPC API", 'a Loki or a docker compose stack'],
];
const compat: readonly Row[] = [
  ['COMPAT_OTLP_PORT', 'the second collector getting telemetry from the first', backEnd],
  ['COMPAT_HEALTH_PORT', "the second collector's health", backEnd],
];
const zipkin: readonly Row[] = [['ZIPKIN_PORT', 'reading traces from Zipkin', 'a Zipkin']];
const elk: readonly Row[] = [
  ['ELASTICSEARCH_PORT', 'reading logs from Elasticsearch', 'an Elasticsearch'],
  ['ELASTICSEARCH_TRANSPORT_PORT', 'Elasticsearch talking to itself', 'an Elasticsearch'],
];
const ofExtra = { zipkin, elk };

/** Every port that processes of the mesh will listen on. Those of containers are Docker's, which names what is taken. */
export function portsOf(config: UpConfig, { backends, extras }: UpWords): Port[] {
  const rows = [
    ...services,
    ...(backends === 'docker' ? [] : stores),
    ...(backends === 'native' ? native : []),
    ...(extras.length > 0 ? compat : []),
    ...extras.flatMap((extra) => ofExtra[extra]),
  ];
  return rows.map(([variable, purpose, suspects, host = config.HOST]) => {
    return { variable, port: Number(config[variable]), host, purpose, suspects };
  });
}
