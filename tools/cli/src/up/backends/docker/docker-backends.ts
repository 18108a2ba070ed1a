import { join } from 'node:path';
import type { Env } from '../../../command.ts';
import type { Home } from '../../../host/home.ts';
import type { UpConfig } from '../../config.ts';
import { apiPlaces, metricsPlace } from '../api-places.ts';
import type { Backends } from '../backends.ts';
import { exploreUrl } from '../explore-url.ts';
import { readersOf } from '../probe/readers.ts';
import { untilProbeReadBack } from '../probe/until-probe-read-back.ts';
import { openCompose } from './compose.ts';
import { findCompose } from './find-compose.ts';
import { showContainers } from './show-containers.ts';

/** Long enough for every container to end in its own time. */
const STOP_MS = 60_000;

/**
 * The back ends as containers, which start while the services do. Rejects with a sentence where Docker cannot be used.
 * What begins here ends in `close`.
 */
export async function dockerBackends(config: UpConfig, env: Env, home: Home): Promise<Backends> {
  const command = await findCompose(env);
  const logFile = join(home.logs, 'docker.log');
  const compose = await openCompose({ command, env, logFile, moreFiles: config.MESH_COMPOSE_FILES });
  const ending = new AbortController();
  const containers = showContainers();
  const up = compose.up(containers.note, ending.signal).then(
    () => undefined,
    ({ message }: Error) => message,
  );
  const jaeger = `http://127.0.0.1:${config.JAEGER_PORT}`;
  const grafana = `http://127.0.0.1:${config.GRAFANA_PORT}`;
  return {
    kind: 'docker',
    programs: [],
    serviceEnv: { TRACE_URL: `${jaeger}/trace/{traceId}`, LOGS_URL: exploreUrl(grafana) },
    places: [['Jaeger', jaeger], ['Grafana', grafana], ...apiPlaces(config), metricsPlace(config)],
    about: 'Traces, logs and metrics are in real back ends, run as containers of docker-compose.yml.',
    async untilReadable(progress, stop) {
      const problem = await containers.showUntil(up, progress, stop);
      if (problem !== undefined) progress.say(problem);
      if (problem !== undefined || stop.aborted) return;
      const otlpUrl = `http://127.0.0.1:${config.OTLP_HTTP_PORT}`;
      await untilProbeReadBack({ otlpUrl, readers: readersOf(config, []), progress, stop });
    },
    async close(progress) {
      ending.abort(new Error('the mesh stops'));
      await up;
      progress.say('Stopping the containers; their data stays in its volumes.');
      await compose.stop(AbortSignal.timeout(STOP_MS)).catch(({ message }: Error) => progress.say(message));
    },
  };
}
