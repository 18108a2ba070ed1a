import { copyFileSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Env } from '../command.ts';
import type { Home } from '../host/home.ts';
import { describePolicy } from '../sampling/describe-policy.ts';
import { presetFile, type ReadDocument, readDocument } from '../sampling/read-document.ts';
import { SamplingError } from '../sampling/sampling-error.ts';

/** What decides which traces the services keep. */
export interface Sampling {
  /** What they are told of it. */
  readonly env: Env;
  /** The same, for people: what an earlier start was told is still there. */
  readonly place: string;
}

/**
 * The file of the user, or the sampler that he sets; else the home's file, which at first keeps everything.
 *
 * @throws SamplingError for what no service would start with
 */
export function openSampling(env: Env, home: Home): Sampling {
  const { OTEL_TRACES_SAMPLER: sampler, MESH_SAMPLING_FILE: named } = env;
  if (sampler && named) {
    const both = 'MESH_SAMPLING_FILE and OTEL_TRACES_SAMPLER are both set, and no service starts with both';
    throw new SamplingError(`${both}: take one of them out of the environment.`);
  }
  if (sampler) return { env: {}, place: `OTEL_TRACES_SAMPLER=${sampler}` };
  const file = named ? resolve(named) : home.sampling;
  if (!named && !existsSync(file)) copyFileSync(presetFile('quiet'), file);
  const { document } = read(file);
  const place = `${file}: ${describePolicy(document.default)}`;
  return { env: { MESH_SAMPLING_FILE: file }, place };
}

function read(file: string): ReadDocument {
  try {
    return readDocument(file);
  } catch (error) {
    if (!(error instanceof SamplingError)) throw error;
    const wayOut =
      'No service starts with it: mend it, or write another one with "npx mesh sampling set quiet".';
    throw new SamplingError(`${error.message}\n${wayOut}`);
  }
}
