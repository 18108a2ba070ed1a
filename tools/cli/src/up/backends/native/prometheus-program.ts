import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../../host/home.ts';
import { reachable } from '../../../reachable.ts';
import type { UpConfig } from '../../config.ts';
import { answersOk } from '../../probes.ts';
import type { Program } from '../../program.ts';
import { dataFolder } from './data-folder.ts';
import type { NativeContext } from './native-context.ts';
import { nativeProgram } from './native-program.ts';

/** Prometheus, with the configuration of the repository and targets of its own. */
export function prometheusProgram(context: NativeContext, command: string): Program {
  const { config, home } = context;
  const address = reachable(config.HOST, config.PROMETHEUS_PORT);
  const configFolder = dataFolder(home, 'prometheus/config');
  rmSync(configFolder, { recursive: true });
  cpSync(join(repositoryRoot, 'deploy/prometheus'), configFolder, { recursive: true });
  writeFileSync(join(configFolder, 'targets.yaml'), targetsOf(config));
  return nativeProgram(context, {
    name: 'prometheus',
    command,
    args: [
      `--config.file=${join(configFolder, 'prometheus.yaml')}`,
      `--storage.tsdb.path=${dataFolder(home, 'prometheus/data')}`,
      `--web.listen-address=${config.HOST}:${config.PROMETHEUS_PORT}`,
      '--web.enable-otlp-receiver',
      '--enable-feature=exemplar-storage',
    ],
    env: { GOMEMLIMIT: '307MiB' },
    isReady: () => answersOk(`http://${address}/-/ready`),
  });
}

/** The parts of the stack that Prometheus asks for their own metrics; JSON is YAML. */
export function targetsOf(config: UpConfig): string {
  const jobs = {
    'otel-collector': config.COLLECTOR_METRICS_PORT,
    jaeger: config.JAEGER_METRICS_PORT,
    loki: config.LOKI_PORT,
    prometheus: config.PROMETHEUS_PORT,
  };
  const targets = Object.entries(jobs).map(([job, port]) => {
    return { labels: { job }, targets: [reachable(config.HOST, port)] };
  });
  return `${JSON.stringify(targets, null, 2)}\n`;
}
