import { host, port } from '@mesh/config';
import { z } from 'zod';
import type { Env } from '../command.ts';
import { reachable } from '../reachable.ts';
import { readEnv } from '../read-env.ts';

const schema = z.object({ HOST: host, OTLP_HTTP_PORT: port(4318) });

/** The environment of the services of `npm start`: where nothing else is said, they send to the mesh's own collector. */
export function withCollector(env: Env): { readonly env: Env } | { readonly problem: string } {
  const values = readEnv(schema, env);
  if ('problem' in values) return values;
  const address = `http://${reachable(values.HOST, values.OTLP_HTTP_PORT)}`;
  return { env: { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: env['OTEL_EXPORTER_OTLP_ENDPOINT'] || address } };
}
