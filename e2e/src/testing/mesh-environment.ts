import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takePortBlock } from './port-block.ts';

const variables = [
  'GATEWAY_HTTP_PORT',
  'GATEWAY_GRPC_PORT',
  'ORDER_GRPC_PORT',
  'INVENTORY_GRPC_PORT',
  'POSTGRES_PORT',
  'OTLP_HTTP_PORT',
  'OTLP_GRPC_PORT',
  'JAEGER_PORT',
  'LOKI_PORT',
  'PROMETHEUS_PORT',
  'JAEGER_OTLP_PORT',
  'JAEGER_GRPC_PORT',
  'JAEGER_SAMPLING_PORT',
  'JAEGER_HEALTH_PORT',
  'JAEGER_METRICS_PORT',
  'LOKI_GRPC_PORT',
  'COLLECTOR_HEALTH_PORT',
  'COLLECTOR_METRICS_PORT',
  'COMPAT_OTLP_PORT',
  'COMPAT_HEALTH_PORT',
  'ZIPKIN_PORT',
  'ELASTICSEARCH_PORT',
  'ELASTICSEARCH_TRANSPORT_PORT',
  'GRAFANA_PORT',
] as const;

export type PortName = (typeof variables)[number];

/** Ports and a data folder that belong to one test: nothing it starts can meet a running `npm start`. */
export interface MeshEnvironment {
  readonly home: string;
  readonly ports: Readonly<Record<PortName, number>>;
  /** What a process of this mesh gets on top of this process's own environment. */
  readonly variables: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

export async function createMeshEnvironment(): Promise<MeshEnvironment> {
  const block = await takePortBlock();
  const home = await mkdtemp(join(tmpdir(), 'mesh-e2e-'));
  // Postgres runs as another user when this is root.
  await chmod(home, 0o755);
  const pairs = variables.map((name, index) => [name, block.ports[index] ?? 0] as const);
  const ports = Object.fromEntries(pairs) as Record<PortName, number>;
  const texts = pairs.map(([name, port]) => [name, String(port)]);
  return {
    home,
    ports,
    variables: { ...Object.fromEntries(texts), MESH_HOME: home, NO_COLOR: '1', FORCE_COLOR: '0' },
    async remove() {
      await rm(home, { recursive: true, force: true });
      block.release();
    },
  };
}
