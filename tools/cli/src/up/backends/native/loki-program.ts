import { reachable } from '../../../reachable.ts';
import { acceptsConnections } from '../../probes.ts';
import type { Program } from '../../program.ts';
import { dataFolder } from './data-folder.ts';
import type { NativeContext } from './native-context.ts';
import { nativeProgram } from './native-program.ts';

/** Loki. Its own /ready says no for 15 s after it takes lines and answers queries, so it is not asked. */
export function lokiProgram(context: NativeContext, command: string): Program {
  const { config, home } = context;
  const address = reachable(config.HOST, config.LOKI_PORT);
  return nativeProgram(context, {
    name: 'loki',
    command,
    args: ['-config.file=deploy/loki/loki.yaml', '-config.expand-env=true'],
    env: {
      GOMEMLIMIT: '409MiB',
      LISTEN_HOST: config.HOST,
      LOKI_PORT: `${config.LOKI_PORT}`,
      LOKI_GRPC_PORT: `${config.LOKI_GRPC_PORT}`,
      LOKI_DATA_FOLDER: dataFolder(home, 'loki'),
    },
    isReady: () => acceptsConnections(address),
  });
}
