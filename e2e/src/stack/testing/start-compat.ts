import type { MeshEnvironment } from '../../testing/mesh-environment.ts';
import { type NativeProcess, startNativeProcess } from './native-process.ts';

/** Starts the second collector with the files of `deploy`, in front of a store at `url`. */
export function startCompat(
  { home, ports, variables }: MeshEnvironment,
  variant: 'zipkin' | 'elk',
  url: string,
): Promise<NativeProcess> {
  return startNativeProcess('otel-collector-compat', {
    args: [`--config=deploy/otel-collector-compat/${variant}.yaml`],
    environment: {
      ...variables,
      GOMEMLIMIT: '102MiB',
      LISTEN_HOST: '127.0.0.1',
      ...{ zipkin: { ZIPKIN_URL: url }, elk: { ELASTICSEARCH_URL: url } }[variant],
    },
    folder: home,
    healthUrl: `http://127.0.0.1:${ports.COMPAT_HEALTH_PORT}/`,
  });
}
