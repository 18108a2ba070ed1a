import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fakeMachine } from '../../../native/testing/fake-tools.ts';
import { recorder } from '../../../terminal/recorder.ts';
import { readUpConfig } from '../../config.ts';
import { showProgress } from '../../progress.ts';
import { dockerBackends } from './docker-backends.ts';
import { findCompose } from './find-compose.ts';

const daemon = '[ "$1" = version ] && exit 0';
/** Notes what compose is asked for. */
const compose = (up: string) => `
case "$*" in
  *version*) echo 5.5.0 ;;
  *services*) printf 'gateway\\nloki\\njaeger\\notel-collector\\n' ;;
  *) echo "$*" >> "$HOME/asked"; case "$*" in *" up "*) ${up} ;; esac ;;
esac`;

async function start(t: TestContext, up: string) {
  const { folder, env } = fakeMachine(t, { docker: `${daemon}\n${compose(up)}` });
  const home = { logs: folder, run: folder, postgres: folder, native: join(folder, 'native') };
  const config = readUpConfig({ MESH_COMPOSE_FILES: 'mine.yml', GRAFANA_PORT: '3300' });
  if ('problem' in config) throw new Error(config.problem);
  const terminal = recorder();
  const progress = showProgress(terminal, false);
  const backends = await dockerBackends(config, env, home);
  const asked = () => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');
  return { backends, progress, terminal, asked };
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
    const { env } = fakeMachine(t, tools);
    await assert.rejects(findCompose(env), { message });
  });
}

test('a compose that is a program of its own will do', async (t) => {
  const { env } = fakeMachine(t, { docker: `${daemon}\nexit 1`, 'docker-compose': 'echo dev' });
  assert.deepEqual(await findCompose(env), ['docker-compose']);
});
