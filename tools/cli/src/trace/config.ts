import { z } from 'zod';
import type { Env } from '../command.ts';
import type { BackEnd } from '../http/back-end.ts';

/** Where the three back ends of `mesh trace` are. */
export interface TraceConfig {
  readonly gateway: BackEnd;
  readonly jaeger: BackEnd;
  readonly loki: BackEnd;
}

const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const port = z.coerce.number().int().min(1).max(65_535);
const isWildcard = (host: string) => host === '0.0.0.0' || host === '::';

const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  GATEWAY_HTTP_PORT: port.default(8080),
  JAEGER_PORT: port.default(16_686),
  LOKI_PORT: port.default(3100),
  GATEWAY_URL: httpUrl.optional(),
  JAEGER_URL: httpUrl.optional(),
  LOKI_URL: httpUrl.optional(),
});

/**
 * Reads the addresses out of the environment; an empty variable counts as not set. Answers a sentence that names
 * the variable where one cannot be used.
 */
export function readTraceConfig(env: Env): TraceConfig | { problem: string } {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const { data, error } = schema.safeParse(set);
  if (!data) {
    const name = String(error.issues[0]?.path[0]);
    const wanted = name.endsWith('_URL') ? 'an http:// or https:// URL' : 'a port from 1 to 65535';
    return { problem: `${name} is "${env[name]}", which is not ${wanted}.` };
  }
  const host = isWildcard(data.HOST) ? '127.0.0.1' : data.HOST;
  const local = (p: number) => `http://${host.includes(':') ? `[${host}]` : host}:${p}`;
  return {
    gateway: backEnd('the gateway', 'GATEWAY_URL', data.GATEWAY_URL ?? local(data.GATEWAY_HTTP_PORT)),
    jaeger: backEnd('Jaeger', 'JAEGER_URL', data.JAEGER_URL ?? local(data.JAEGER_PORT)),
    loki: backEnd('Loki', 'LOKI_URL', data.LOKI_URL ?? local(data.LOKI_PORT)),
  };
}

function backEnd(name: string, variable: string, url: string): BackEnd {
  return { name, variable, url };
}
