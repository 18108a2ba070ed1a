import { join } from 'node:path';
import type { Env } from '../../command.ts';
import type { Home } from '../../host/home.ts';
import { reachable } from '../../reachable.ts';
import type { UpConfig } from '../config.ts';
import { acceptsConnections } from '../probes.ts';
import { processProgram } from '../process-program.ts';
import { apiPlaces } from './api-places.ts';
import type { Backends } from './backends.ts';
import { otlpUrl } from './otlp-url.ts';

/** The stand-in: one small program that listens where the real ones do, and starts in no time. */
export function liteBackends(config: UpConfig, env: Env, home: Home): Backends {
  const address = reachable(config.HOST, config.LOKI_PORT);
  const telemetryLite = processProgram({
    name: 'telemetry-lite',
    command: process.execPath,
    args: ['-C', '@mesh/source', 'apps/telemetry-lite/src/main.ts'],
    env,
    logFile: join(home.logs, 'telemetry-lite.log'),
    isReady: () => acceptsConnections(address),
  });
  return {
    kind: 'lite',
    programs: [telemetryLite],
    // It takes no metrics.
    serviceEnv: { OTEL_EXPORTER_OTLP_ENDPOINT: otlpUrl(config), OTEL_METRICS_EXPORTER: 'none' },
    host: config.HOST,
    places: apiPlaces(config),
    about: [
      'Traces and logs are in telemetry-lite, a stand-in that keeps a bounded amount in memory. For the real Collector,',
      'Jaeger, Loki and Prometheus: npm start -- --backends native, or docker compose up.',
    ].join('\n'),
    untilReadable: async () => {},
    close: async () => {},
  };
}
