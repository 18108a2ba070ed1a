import type { Configuration } from '../configuration.ts';
import { BASE } from '../configurations.ts';

/**
 * A mesh that samples by a file, so that its capture can be turned on and off while it runs.
 *
 * @param file of the document
 * @param hasDetail whether each request has six lines of level debug beside its six of level info
 */
export function captureConfiguration(file: string, hasDetail: boolean): Configuration {
  return {
    ...BASE,
    name: 'capture',
    title: '@mesh/tracing, 1 %, capture on and off',
    logger: hasDetail ? 'mesh-detail' : 'mesh',
    flags: ['--import', import.meta.resolve('@mesh/tracing/register')],
    env: (service) => ({
      OTEL_SERVICE_NAME: service,
      OTEL_LOGS_EXPORTER: 'none',
      MESH_SAMPLING_FILE: file,
      MESH_TRUST: service === 'gateway' ? 'adopt' : 'trust',
    }),
    sampled: 0.01,
    startLines: 1,
  };
}
