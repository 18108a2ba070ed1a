import { fieldsOf } from './env-rule.ts';
import type { Env } from './env-rules.ts';

/** Where it is said what samples. */
export type SamplingConfig = SamplerConfig | SamplingFileConfig | RemoteSamplingConfig;

/** A standard sampler, and the share of root traces (0 to 1) that a ratio sampler keeps. */
export interface SamplerConfig {
  readonly kind: 'environment';
  readonly name: string;
  readonly ratio: number;
}

export interface SamplingFileConfig {
  readonly kind: 'file';
  readonly path: string;
}

/** A server that speaks Jaeger's remote sampling over HTTP. */
export interface RemoteSamplingConfig {
  readonly kind: 'jaeger_remote';
  /** `follow`: what a caller decided counts, and not the strategy. */
  readonly parent: 'follow' | 'ignore';
  /** Without `/sampling`; may have a password. */
  readonly endpoint: string;
  readonly pollingIntervalMillis: number;
  /** Until the first answer. */
  readonly initialRatio: number;
}

/**
 * The default interval is 1 s, and not a minute as elsewhere: a change is to be in effect within 2 s. The initial ratio is
 * that of Jaeger's own clients.
 */
export function readSampling(env: Env): SamplingConfig {
  const path = env['MESH_SAMPLING_FILE'];
  if (path) return { kind: 'file', path };
  const name = env['OTEL_TRACES_SAMPLER'] || 'parentbased_always_on';
  const arg = env['OTEL_TRACES_SAMPLER_ARG'];
  if (!name.endsWith('jaeger_remote')) return { kind: 'environment', name, ratio: Number(arg || 1) };
  const values = Object.fromEntries(remoteArguments(arg ?? ''));
  return {
    kind: 'jaeger_remote',
    parent: name.startsWith('parentbased_') ? 'follow' : 'ignore',
    endpoint: (values['endpoint'] ?? 'http://localhost:5778').replace(/\/+$/, ''),
    pollingIntervalMillis: Number(values['pollingIntervalMs'] ?? 1000),
    initialRatio: Number(values['initialSamplingRate'] ?? 0.001),
  };
}

/** `endpoint=http://localhost:5778,pollingIntervalMs=1000` as names and values. */
export function remoteArguments(text: string): [name: string, value: string][] {
  return fieldsOf(text).map((field) => {
    const [name = '', ...rest] = field.split('=');
    return [name.trim(), rest.join('=').trim()];
  });
}
