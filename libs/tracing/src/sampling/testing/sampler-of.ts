import type { SamplerConfig } from '../../env/read-sampling.ts';
import { createSampler, type MeshSampler } from '../create-sampler.ts';
import { documentFromEnvironment } from '../document/from-environment.ts';
import type { SamplingDocument } from '../document/sampling-document.ts';
import { createSamplingEngine } from '../engine/create-sampling-engine.ts';
import type { RequestMarks } from '../request-marks.ts';

/** The sampler of a service `shop`, as the environment or a document has it. */
export function samplerOf(
  from: Omit<SamplerConfig, 'kind'> | SamplingDocument,
  marks?: RequestMarks,
): MeshSampler {
  const document = 'rules' in from ? from : documentFromEnvironment(from.name, from.ratio);
  const engine = createSamplingEngine({ document, service: 'shop', resource: {} });
  return createSampler({ engine, document, marks });
}
