import { join } from 'node:path';
import type { Env } from '../../../command.ts';
import { type Home, repositoryRoot } from '../../../host/home.ts';
import { reachable } from '../../../reachable.ts';
import type { UpConfig } from '../../config.ts';
import type { Progress } from '../../progress.ts';
import type { StopSignals } from '../../stop-signals.ts';
import { apiPlaces, metricsPlace } from '../api-places.ts';
import type { Backends } from '../backends.ts';
import { exploreUrl } from '../explore-url.ts';
import { otlpUrl } from '../otlp-url.ts';
import { readersOf } from '../probe/readers.ts';
import { untilProbeReadBack } from '../probe/until-probe-read-back.ts';
import { type Compose, openCompose } from './compose.ts';
import { findCompose } from './find-compose.ts';
import { showContainers } from './show-containers.ts';

/** Long enough for every container to end in its own time. */
const STOP_MS = 60_000;
const LEFT_RUNNING = 'Not every container has stopped: "docker compose stop" stops the rest.';

/** Where deploy/compose/direct.yml publishes, wherever the services listen. */
const LOOPBACK = '127.0.0.1';

/**
 * The back ends as containers, which start while the services do. Rejects with a sentence where Docker cannot be used.
 * What begins here ends in `close`.
 */
export async function dockerBackends(
  given: UpConfig,
  env: Env,
  home: Home,
  signals: StopSignals,
): Promise<Backends> {
  const config = { ...given, HOST: LOOPBACK };
  const { force } = signals;
  const asking = { env, cwd: repositoryRoot, signal: signals.stop };
  const command = await findCompose(asking);
  const logFile = join(home.logs, 'docker.log');
  const moreFiles = config.MESH_COMPOSE_FILES;
  const compose = await openCompose({ command, asking, force, logFile, moreFiles });
  const ending = new AbortController();
  const containers = showContainers();
  const up = compose.up(containers.note, ending.signal).then(
    () => undefined,
    ({ message }: Error) => message,
  );
  const jaeger = `http://${reachable(LOOPBACK, config.JAEGER_PORT)}`;
  const grafana = `http://${reachable(LOOPBACK, config.GRAFANA_PORT)}`;
  return {
    kind: 'docker',
    programs: [],
    serviceEnv: {
      OTEL_EXPORTER_OTLP_ENDPOINT: otlpUrl(config),
      TRACE_URL: `${jaeger}/trace/{traceId}`,
      LOGS_URL: exploreUrl(grafana),
    },
    host: LOOPBACK,
    places: [['Jaeger', jaeger], ['Grafana', grafana], ...apiPlaces(config), metricsPlace(config)],
    about: 'Traces, logs and metrics are in real back ends, run as containers of docker-compose.yml.',
    async untilReadable(progress, stop) {
      const problem = await containers.showUntil(up, progress, stop);
      if (stop.aborted) return;
      if (problem !== undefined) return progress.say(problem);
      await untilProbeReadBack({ otlpUrl: otlpUrl(config), readers: readersOf(config, []), progress, stop });
    },
    async close(progress) {
      ending.abort(new Error('the mesh stops'));
      await up;
      await stopContainers(compose, progress, force);
    },
  };
}

async function stopContainers(compose: Compose, progress: Progress, force: AbortSignal): Promise<void> {
  progress.say('Stopping the containers; their data stays in its volumes.');
  const late = AbortSignal.timeout(STOP_MS);
  await compose.stop(late).catch(({ message }: Error) => {
    progress.say(late.aborted || force.aborted ? LEFT_RUNNING : message);
  });
}
