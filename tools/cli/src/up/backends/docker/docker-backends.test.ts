import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Env } from '../../../command.ts';
import { waitUntil } from '../../../host/wait-until.ts';
import { type FakeMachine, fakeMachine } from '../../../native/testing/fake-tools.ts';
import { recorder } from '../../../terminal/recorder.ts';
import { readUpConfig } from '../../config.ts';
import { showProgress } from '../../progress.ts';
import { dockerBackends } from './docker-backends.ts';
import { findCompose } from './find-compose.ts';

const askingOn = ({ env, folder }: FakeMachine) => {
  return { env, cwd: folder, signal: new AbortController().signal };
};
const daemon = '[ "$1" = version ] && exit 0';
/** Notes what compose is asked for. */
const compose = (up: string) => `
case "$*" in
  *version*) echo 5.5.0 ;;
  *services*) printf 'gateway\\nloki\\njaeger\\notel-collector\\n' ;;
  *) echo "$*" >> "$HOME/asked"; case "$*" in *" up "*) ${up} ;; esac ;;
esac`;

const signals = () => [new AbortController(), new AbortController()] as const;

async function start(t: TestContext, up: string, [stop, force] = signals(), own: Env = {}) {
  const { folder, env } = fakeMachine(t, { docker: `${daemon}\n${compose(up)}` });
  const home = {
    logs: folder,
    run: folder,
    postgres: folder,
    sampling: folder,
    native: join(folder, 'native'),
  };
  const config = readUpConfig({ MESH_COMPOSE_FILES: 'mine.yml', GRAFANA_PORT: '3300', ...own });
  if ('problem' in config) throw new Error(config.problem);
  const terminal = recorder();
  const progress = showProgress(terminal, false);
  const backends = await dockerBackends(config, env, home, { stop: stop.signal, force: force.signal });
  const asked = () => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');
  const logged = () =>
    existsSync(join(folder, 'docker.log')) && readFileSync(join(folder, 'docker.log'), 'utf8');
  const hears = async (word: string) =>
    assert.ok(await waitUntil(() => (logged() || '').includes(word), 20_000), `compose never said ${word}`);
  return { backends, progress, terminal, asked, hears };
}

test('the back ends that the files of the repository and of the user leave in start and stop', async (t) => {
  const { backends, progress, asked } = await start(t, ':');
  await backends.untilReadable(progress, AbortSignal.timeout(500));
  await backends.close(progress);
  const files = '-f docker-compose.yml -f deploy/compose/direct.yml -f mine.yml';
  const names = 'jaeger loki otel-collector';
  assert.deepEqual(asked(), [
    `compose --ansi=never ${files} up -d --wait ${names}`,
    `compose --ansi=never ${files} stop --timeout 10 ${names}`,
  ]);
});

test('containers that do not get up are told with the last lines of compose, and the mesh goes on', async (t) => {
  const { backends, progress, terminal } = await start(t, 'echo "pull access denied" >&2; exit 1');
  await backends.untilReadable(progress, new AbortController().signal);
  assert.match(terminal.out(), /ended with code 1\. Its last lines:\n {2}pull access denied\n/);
  await backends.close(progress);
});

test('wherever the services listen, they and the start look for the containers where those are published', async (t) => {
  const { backends, progress } = await start(t, ':', signals(), { HOST: '192.0.2.1' });
  assert.equal(backends.host, '127.0.0.1');
  assert.equal(backends.serviceEnv['OTEL_EXPORTER_OTLP_ENDPOINT'], 'http://127.0.0.1:4318');
  const places = backends.places.map(([, where]) => where).join();
  assert.match(places, /127\.0\.0\.1:3100/);
  assert.doesNotMatch(places, /192\.0\.2\.1/);
  await backends.close(progress);
});

test('a stop while the containers start is no news', async (t) => {
  const both = signals();
  const { backends, progress, terminal } = await start(t, 'exec /bin/sleep 600', both);
  const waiting = backends.untilReadable(progress, both[0].signal);
  both[0].abort();
  await Promise.all([waiting, backends.close(progress)]);
  assert.equal(terminal.out(), 'Stopping the containers; their data stays in its volumes.\n');
});

test('a second stop ends a compose that does not hear the first, and says what it leaves', async (t) => {
  const both = signals();
  const deaf = "trap '' TERM; echo deaf; exec /bin/sleep 600";
  const { backends, progress, terminal, hears } = await start(t, deaf, both);
  await hears('deaf');
  both[0].abort();
  const closed = backends.close(progress);
  both[1].abort();
  await closed;
  assert.match(terminal.out(), /Not every container has stopped: "docker compose stop"/);
});

test("the services link to Jaeger's page and to Grafana", async (t) => {
  const { backends, progress } = await start(t, ':');
  assert.equal(backends.serviceEnv['TRACE_URL'], 'http://127.0.0.1:16686/trace/{traceId}');
  assert.match(backends.serviceEnv['LOGS_URL'] ?? '', /^http:\/\/127\.0\.0\.1:3300\/explore\?/);
  await backends.close(progress);
});

for (const [what, tools, message] of [
  ['no Docker', {}, /^Docker is not installed .*--backends native\.$/],
  [
    'no daemon',
    { docker: 'echo "cannot connect" >&2; exit 1' },
    /daemon cannot be used \("cannot connect"\)/,
  ],
  ['no compose', { docker: `${daemon}\nexit 1` }, /no compose of version 2 .*mesh native compose/],
  [
    'an old compose',
    { docker: `${daemon}\nexit 1`, 'docker-compose': 'echo 1.29.2' },
    /no compose of version 2/,
  ],
] as const) {
  test(`${what} is told with the way out`, async (t) => {
    await assert.rejects(findCompose(askingOn(fakeMachine(t, tools))), { message });
  });
}

test('a compose that is a program of its own will do', async (t) => {
  const here = fakeMachine(t, { docker: `${daemon}\nexit 1`, 'docker-compose': 'echo dev' });
  assert.deepEqual(await findCompose(askingOn(here)), ['docker-compose']);
});
