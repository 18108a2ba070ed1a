import { join } from 'node:path';
import type { MeshEnvironment } from '../../testing/mesh-environment.ts';
import { type NativeProcess, startNativeProcess } from './native-process.ts';

/** Starts Jaeger with the files of `deploy`, or with a page and strategies of one's own, and with nothing around it. */
export function startJaeger(
  { home, ports, variables }: MeshEnvironment,
  configFolder = 'deploy/jaeger',
): Promise<NativeProcess> {
  return startNativeProcess('jaeger', {
    args: ['--config=deploy/jaeger/jaeger.yaml'],
    environment: {
      ...variables,
      GOMEMLIMIT: '307MiB',
      LISTEN_HOST: '127.0.0.1',
      JAEGER_DATA_FOLDER: join(home, 'jaeger'),
      JAEGER_CONFIG_FOLDER: configFolder,
    },
    folder: home,
    healthUrl: `http://127.0.0.1:${ports.JAEGER_HEALTH_PORT}/status`,
  });
}
