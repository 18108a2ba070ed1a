import type { Env } from './env-rules.ts';

/**
 * Where one signal goes, as the specification of the OTLP exporter says it: a signal's own address is taken as it is,
 * the common one gets the signal's path. Without user and password, as it is for people's eyes.
 */
export function readEndpoint(env: Env, signal: 'traces' | 'logs' | 'metrics'): string {
  const own = env[`OTEL_EXPORTER_OTLP_${signal.toUpperCase()}_ENDPOINT`];
  const common = env['OTEL_EXPORTER_OTLP_ENDPOINT'] || 'http://localhost:4318';
  const url = new URL(own || `${common.replace(/\/$/, '')}/v1/${signal}`);
  url.username = '';
  url.password = '';
  return url.href;
}
