import type { MeshEnvironment } from '../../testing/mesh-environment.ts';
import { type NativeProcess, startNativeProcess } from './native-process.ts';

/** Starts the second collector with the files of `deploy`, in front of an Elasticsearch at `elasticsearchUrl`. */
export function startCompat(
  { home, ports, variables }: MeshEnvironment,
  elasticsearchUrl: string,
): Promise<NativeProcess> {
  return startNativeProcess('otel-collector-compat', {
    args: ['--config=deploy/otel-collector-compat/elk.yaml'],
    environment: {
      ...variables,
      GOMEMLIMIT: '102MiB',
      LISTEN_HOST: '127.0.0.1',
      ELASTICSEARCH_URL: elasticsearchUrl,
    },
    folder: home,
    healthUrl: `http://127.0.0.1:${ports.COMPAT_HEALTH_PORT}/`,
  });
}
