import { reachable } from '../../../reachable.ts';
import { answersOk } from '../../probes.ts';
import type { Program } from '../../program.ts';
import { dataFolder } from './data-folder.ts';
import type { NativeContext } from './native-context.ts';
import { nativeProgram } from './native-program.ts';

/** The collector, which sends on to the second one what Zipkin and Elasticsearch are to get. */
export function collectorProgram(context: NativeContext, command: string): Program {
  const { config, home, extras } = context;
  const at = (port: number) => reachable(config.HOST, port);
  const health = at(config.COLLECTOR_HEALTH_PORT);
  return nativeProgram(context, {
    name: 'otel-collector',
    command,
    args: ['collector', ...extras].map((name) => `--config=deploy/otel-collector/${name}.yaml`),
    env: {
      GOMEMLIMIT: '160MiB',
      LISTEN_HOST: config.HOST,
      OTLP_HTTP_PORT: `${config.OTLP_HTTP_PORT}`,
      OTLP_GRPC_PORT: `${config.OTLP_GRPC_PORT}`,
      COLLECTOR_HEALTH_PORT: `${config.COLLECTOR_HEALTH_PORT}`,
      COLLECTOR_METRICS_PORT: `${config.COLLECTOR_METRICS_PORT}`,
      COLLECTOR_QUEUE_FOLDER: dataFolder(home, 'otel-collector'),
      JAEGER_OTLP_ENDPOINT: at(config.JAEGER_OTLP_PORT),
      LOKI_OTLP_ENDPOINT: `http://${at(config.LOKI_PORT)}/otlp`,
      PROMETHEUS_OTLP_ENDPOINT: `http://${at(config.PROMETHEUS_PORT)}/api/v1/otlp`,
      COMPAT_OTLP_ENDPOINT: at(config.COMPAT_OTLP_PORT),
    },
    isReady: () => answersOk(`http://${health}/`),
  });
}

/** The second collector: it has the exporters that the first one lacks, and keeps nothing. */
export function compatProgram(context: NativeContext, command: string): Program {
  const { config, extras } = context;
  const at = (port: number) => reachable(config.HOST, port);
  const health = at(config.COMPAT_HEALTH_PORT);
  return nativeProgram(context, {
    name: 'otel-collector-compat',
    command,
    args: extras.map((name) => `--config=deploy/otel-collector-compat/${name}.yaml`),
    env: {
      GOMEMLIMIT: '102MiB',
      LISTEN_HOST: config.HOST,
      COMPAT_OTLP_PORT: `${config.COMPAT_OTLP_PORT}`,
      COMPAT_HEALTH_PORT: `${config.COMPAT_HEALTH_PORT}`,
      ZIPKIN_URL: `http://${at(config.ZIPKIN_PORT)}`,
      ELASTICSEARCH_URL: `http://${at(config.ELASTICSEARCH_PORT)}`,
    },
    isReady: () => answersOk(`http://${health}/`),
  });
}
