import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration, Env } from '../../configuration.ts';
import { BASE } from '../../configurations.ts';
import { labPolicies } from '../policies/lab-policies.ts';
import type { LabPolicy } from '../policies/lab-policy.ts';

/** The services with tracing that does nothing: what all others are compared with. */
export const OFF = 'off';

/** The one whose traces must all arrive. */
export const ALL = 'always';

/** The one behind a collector. */
export const TAIL = 'tail';

/** More would not fit into a quarter of an hour: these are the ends, the simplest, the one that is advised, and the two that decide after the fact. */
const REPLAYED: readonly string[] = [ALL, 'ratio', 'production', 'capture', TAIL];

/**
 * @param folder where the documents are written
 * @param tailUrl where the services behind a collector send their traces; without one they are left out
 */
export function replayConfigurations(folder: string, tailUrl: string | undefined): Configuration[] {
  const chosen = labPolicies.filter(
    ({ name, after }) => REPLAYED.includes(name) && (tailUrl || after !== 'tail'),
  );
  return [
    configuration(OFF, 'OTEL_SDK_DISABLED', { OTEL_SDK_DISABLED: 'true' }),
    ...chosen.map((policy) => configuration(policy.name, policy.title, envOf(policy, folder, tailUrl))),
  ];
}

function envOf({ name, document, after }: LabPolicy, folder: string, tailUrl: string | undefined): Env {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, document);
  const url = after === 'tail' && tailUrl;
  return {
    MESH_CAPTURE: after === 'capture' ? 'on' : 'off',
    MESH_SAMPLING_FILE: file,
    ...(url && { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url }),
  };
}

function configuration(name: string, title: string, env: Env): Configuration {
  return {
    ...BASE,
    name,
    title,
    logger: 'mesh',
    flags: ['--import', import.meta.resolve('@mesh/tracing/register')],
    env: (service) => ({
      OTEL_SERVICE_NAME: service,
      OTEL_LOGS_EXPORTER: 'none',
      MESH_TRUST: service === 'gateway' ? 'adopt' : 'trust',
      MESH_FAULTS: '1',
      ...env,
    }),
  };
}
