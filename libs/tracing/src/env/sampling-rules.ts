import { address, anything, count, oneOf, type Rule, share } from './env-rule.ts';
import type { Env } from './env-rules.ts';
import { remoteArguments } from './read-sampling.ts';

const SAMPLERS = ['always_on', 'always_off', 'traceidratio', 'jaeger_remote'];

const REMOTE: Readonly<Record<string, Rule>> = {
  // `/sampling?service=` is what comes behind it.
  endpoint: { ...address, accepts: (value) => address.accepts(value) && !/[?#]/.test(value) },
  pollingIntervalMs: count,
  initialSamplingRate: share,
};

const remote: Rule = {
  must: 'a list like endpoint=http://localhost:5778,pollingIntervalMs=1000,initialSamplingRate=0.25',
  accepts(value) {
    const pairs = remoteArguments(value);
    const names = new Set(pairs.map(([name]) => name));
    return (
      names.size === pairs.length &&
      pairs.every(([name, text]) => Object.hasOwn(REMOTE, name) && REMOTE[name]?.accepts(text))
    );
  },
};

/** What samples. https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#general-sdk-configuration */
export function samplingRules(env: Env): Readonly<Record<string, Rule>> {
  return {
    OTEL_TRACES_SAMPLER: oneOf(...SAMPLERS.flatMap((name) => [name, `parentbased_${name}`])),
    OTEL_TRACES_SAMPLER_ARG: env['OTEL_TRACES_SAMPLER']?.endsWith('jaeger_remote') ? remote : share,
    MESH_SAMPLING_FILE: anything,
  };
}

/** @returns why the variables cannot stand together; `undefined`: they can */
export function samplingConflict(env: Env): string | undefined {
  const other = ['OTEL_TRACES_SAMPLER', 'OTEL_TRACES_SAMPLER_ARG'].find((name) => env[name]);
  if (!env['MESH_SAMPLING_FILE'] || !other) return undefined;
  return `MESH_SAMPLING_FILE and ${other} both say what samples: take one of them out.`;
}
