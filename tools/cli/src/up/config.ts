import { databaseUrl, host, port } from '@mesh/config';
import { z } from 'zod';
import type { Env } from '../command.ts';
import { readEnv } from '../read-env.ts';

/** Others must be told where things are, so that none can take just any free port. */
const knownPort = (standard: number) =>
  port(standard).refine((value) => value > 0, 'must be a port, 1 to 65535');

const ports = {
  GATEWAY_HTTP_PORT: knownPort(8080),
  GATEWAY_GRPC_PORT: knownPort(50_050),
  ORDER_GRPC_PORT: knownPort(50_051),
  INVENTORY_GRPC_PORT: knownPort(50_052),
  POSTGRES_PORT: knownPort(54_318),
  OTLP_HTTP_PORT: knownPort(4318),
  OTLP_GRPC_PORT: knownPort(4317),
  JAEGER_PORT: knownPort(16_686),
  LOKI_PORT: knownPort(3100),
  JAEGER_SAMPLING_PORT: knownPort(5778),
};

/** Of the real back ends only. Two programs of one host cannot share a port as two containers do: the second has another. */
const backendPorts = {
  PROMETHEUS_PORT: knownPort(9090),
  GRAFANA_PORT: knownPort(3000),
  COLLECTOR_HEALTH_PORT: knownPort(13_133),
  COLLECTOR_METRICS_PORT: knownPort(8888),
  JAEGER_OTLP_PORT: knownPort(14_317),
  JAEGER_GRPC_PORT: knownPort(16_685),
  JAEGER_HEALTH_PORT: knownPort(13_134),
  JAEGER_METRICS_PORT: knownPort(8887),
  LOKI_GRPC_PORT: knownPort(9096),
  ZIPKIN_PORT: knownPort(9411),
  ELASTICSEARCH_PORT: knownPort(9200),
  ELASTICSEARCH_TRANSPORT_PORT: knownPort(9300),
  COMPAT_OTLP_PORT: knownPort(24_317),
  COMPAT_HEALTH_PORT: knownPort(13_135),
};

const schema = z.object({
  /** Where everything but the embedded Postgres listens. */
  HOST: host,
  ...ports,
  ...backendPorts,
  /** A server of one's own for a service, instead of the embedded one. */
  ORDER_DATABASE_URL: databaseUrl.optional(),
  INVENTORY_DATABASE_URL: databaseUrl.optional(),
  /** Where the services send traces and logs; default: this mesh's own receiver. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.string().optional(),
  /** What Jaeger tells services to keep: what its file says, or what it finds by counting (docs/jaeger-adaptive.md). */
  JAEGER_SAMPLING: z.enum(['file', 'adaptive'], 'must be file or adaptive').default('file'),
  /** How often it counts. Well above the 20 s in which Jaeger tells a new ratio, or it counts what the old one kept. */
  JAEGER_ADAPTIVE_INTERVAL: z
    .string()
    .regex(/^\d+[sm]$/, 'must be a time such as 60s')
    .default('60s'),
  /** A folder with the pages of Jaeger, which one that was built from Go modules lacks. */
  JAEGER_UI_ASSETS: z.string().optional(),
  /** Compose files over those of the repository, with a colon between them; for local images. */
  MESH_COMPOSE_FILES: z.string().optional(),
});

export type UpConfig = z.infer<typeof schema>;

/** Reads what `mesh up` needs out of the environment. */
export function readUpConfig(env: Env): UpConfig | { problem: string } {
  return readEnv(schema, env);
}
