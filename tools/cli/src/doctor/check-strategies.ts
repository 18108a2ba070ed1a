import { askJson } from '../http/ask-json.ts';
import { BackEndError } from '../http/back-end-error.ts';
import type { Check } from './check.ts';
import type { Facts } from './read-report.ts';

/** Where a server is asked how to sample: whether it has an answer for this service. */
export async function checkStrategies(
  { sampler, service }: Pick<Facts, 'sampler' | 'service'>,
  timeoutMs = 2_000,
): Promise<Check[]> {
  const url = /^jaeger_remote (\S+): /.exec(sampler)?.[1];
  if (url === undefined) return [];
  const name = 'sampling server';
  const server = { name: 'the server of sampling strategies', url, variable: 'OTEL_TRACES_SAMPLER_ARG' };
  const path = `/sampling?service=${encodeURIComponent(service)}`;
  try {
    const { status } = await askJson(server, { method: 'GET', path, timeoutMs });
    if (status !== 404) return [{ name, ok: true, sentence: `${url} says how ${service} is to sample.` }];
    const sentence = `${url} has no ${path}: set the endpoint in OTEL_TRACES_SAMPLER_ARG.`;
    return [{ name, ok: false, sentence }];
  } catch (error) {
    if (!(error instanceof BackEndError)) throw error;
    return [{ name, ok: false, sentence: error.message }];
  }
}
