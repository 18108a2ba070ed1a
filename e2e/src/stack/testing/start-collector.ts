import { join } from 'node:path';
import type { MeshEnvironment } from '../../testing/mesh-environment.ts';
import { type NativeProcess, startNativeProcess } from './native-process.ts';

export interface CollectorOptions {
  /** The files merged over collector.yaml. */
  readonly overlays?: readonly ('tail' | 'zipkin' | 'elk')[];
  /** On top of the ports of the environment, for each store that the test plays. A store that is not named is away. */
  readonly stores?: Readonly<Record<string, string>>;
  /** Merged over the files: what is made smaller, so that the test need not wait for it. */
  readonly smaller?: object;
}

/** Starts the collector with the files of `deploy`, as `--backends native` does, and with nothing around it. */
export function startCollector(
  { home, ports, variables }: MeshEnvironment,
  { overlays = [], stores = {}, smaller = {} }: CollectorOptions = {},
): Promise<NativeProcess> {
  const at = (port: number) => `127.0.0.1:${port}`;
  const files = ['collector', ...overlays].map((name) => `deploy/otel-collector/${name}.yaml`);
  return startNativeProcess('otel-collector', {
    args: [...files, `yaml:${JSON.stringify(smaller)}`].map((config) => `--config=${config}`),
    environment: {
      ...variables,
      GOMEMLIMIT: '160MiB',
      LISTEN_HOST: '127.0.0.1',
      COLLECTOR_QUEUE_FOLDER: join(home, 'queue'),
      JAEGER_OTLP_ENDPOINT: at(ports.JAEGER_OTLP_PORT),
      LOKI_OTLP_ENDPOINT: `http://${at(ports.LOKI_PORT)}/otlp`,
      PROMETHEUS_OTLP_ENDPOINT: `http://${at(ports.PROMETHEUS_PORT)}/api/v1/otlp`,
      COMPAT_OTLP_ENDPOINT: at(ports.COMPAT_OTLP_PORT),
      ...stores,
    },
    folder: home,
    healthUrl: `http://${at(ports.COLLECTOR_HEALTH_PORT)}/`,
  });
}
