import type { SamplingConfig } from '../../env/read-sampling.ts';
import { documentFromEnvironment } from '../document/from-environment.ts';
import { openFile } from './open-file.ts';
import { openRemote } from './open-remote.ts';
import type { SamplingSource } from './sampling-source.ts';

/**
 * Where the document comes from that the environment names.
 *
 * @param service `service.name`, for which Jaeger is asked
 * @throws with all problems, where a file is missing or wrong
 */
export function openSampling(config: SamplingConfig, service: string): SamplingSource {
  if (config.kind === 'file') return openFile(config.path);
  if (config.kind === 'jaeger_remote') return openRemote(config, service);
  const loadedAt = new Date().toISOString();
  return {
    document: documentFromEnvironment(config.name, config.ratio),
    start: () => () => {},
    report: () => ({ kind: 'environment', loadedAt }),
  };
}
