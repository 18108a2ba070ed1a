import { reachable } from '../../../reachable.ts';
import { answersOk } from '../../probes.ts';
import type { Program } from '../../program.ts';
import { dataFolder } from './data-folder.ts';
import type { NativeContext } from './native-context.ts';
import { nativeProgram } from './native-program.ts';

const configs = { file: ['jaeger'], adaptive: ['jaeger', 'adaptive'] };

/** Jaeger; its own OTLP port is not the usual one, which is the collector's. */
export function jaegerProgram(context: NativeContext, command: string): Program {
  const { config, home } = context;
  const at = (port: number) => reachable(config.HOST, port);
  const health = at(config.JAEGER_HEALTH_PORT);
  return nativeProgram(context, {
    name: 'jaeger',
    command,
    args: configs[config.JAEGER_SAMPLING].map((name) => `--config=deploy/jaeger/${name}.yaml`),
    env: {
      GOMEMLIMIT: '307MiB',
      LISTEN_HOST: config.HOST,
      JAEGER_PORT: `${config.JAEGER_PORT}`,
      JAEGER_GRPC_PORT: `${config.JAEGER_GRPC_PORT}`,
      JAEGER_OTLP_PORT: `${config.JAEGER_OTLP_PORT}`,
      JAEGER_SAMPLING_PORT: `${config.JAEGER_SAMPLING_PORT}`,
      JAEGER_HEALTH_PORT: `${config.JAEGER_HEALTH_PORT}`,
      JAEGER_METRICS_PORT: `${config.JAEGER_METRICS_PORT}`,
      JAEGER_DATA_FOLDER: dataFolder(home, 'jaeger'),
      JAEGER_CONFIG_FOLDER: 'deploy/jaeger',
      JAEGER_ADAPTIVE_INTERVAL: config.JAEGER_ADAPTIVE_INTERVAL,
      JAEGER_UI_ASSETS: config.JAEGER_UI_ASSETS,
      PROMETHEUS_URL: `http://${at(config.PROMETHEUS_PORT)}`,
    },
    isReady: () => answersOk(`http://${health}/status`),
  });
}
