import { databaseUrl, host, port } from '@mesh/config';
import { z } from 'zod';
import type { Env } from '../command.ts';
import { readEnv } from '../read-env.ts';

/** Others must be told where things are, so that none can take just any free port. */
const knownPort = (standard: number) =>
  port(standard).refine((value) => value > 0, 'must be a port, 1 to 65535');

const schema = z.object({
  /** Where everything but the embedded Postgres listens. */
  HOST: host,
  GATEWAY_HTTP_PORT: knownPort(8080),
  GATEWAY_GRPC_PORT: knownPort(50_050),
  ORDER_GRPC_PORT: knownPort(50_051),
  INVENTORY_GRPC_PORT: knownPort(50_052),
  POSTGRES_PORT: knownPort(54_318),
  OTLP_HTTP_PORT: knownPort(4318),
  OTLP_GRPC_PORT: knownPort(4317),
  JAEGER_PORT: knownPort(16_686),
  LOKI_PORT: knownPort(3100),
  /** A server of one's own for a service, instead of the embedded one. */
  ORDER_DATABASE_URL: databaseUrl.optional(),
  INVENTORY_DATABASE_URL: databaseUrl.optional(),
  /** Where the services find each other; default: where they listen. Another value puts something in between. */
  ORDER_ADDRESS: z.string().optional(),
  INVENTORY_ADDRESS: z.string().optional(),
  /** Where the services send traces and logs; default: this mesh's own receiver. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.string().optional(),
});

export type UpConfig = z.infer<typeof schema>;

/** Reads what `mesh up` needs out of the environment. */
export function readUpConfig(env: Env): UpConfig | { problem: string } {
  return readEnv(schema, env);
}
