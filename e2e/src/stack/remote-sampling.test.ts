import assert from 'node:assert/strict';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { samplingOf } from '../testing/ask-sampling.ts';
import { createMeshEnvironment, type MeshEnvironment } from '../testing/mesh-environment.ts';
import { repository } from '../testing/repository.ts';
import { openMesh } from '../testing/start-mesh.ts';
import { endProgram, startProgram } from '../testing/start-program.ts';
import { until } from '../testing/until.ts';
import type { NativeProcess } from './testing/native-process.ts';
import { oddServices, oddStrategies } from './testing/odd-strategies.ts';
import { startJaeger } from './testing/start-jaeger.ts';

/** What Jaeger takes to see a change of its file (`reload_interval`), and a service to see one of Jaeger. */
const [reloadMs, changeMs] = [1000, 2000];

let environment: MeshEnvironment;
let jaeger: NativeProcess;
let folder: string;
before(async () => {
  environment = await createMeshEnvironment();
  folder = join(environment.home, 'config');
  await mkdir(folder);
  await copyFile(join(repository, 'deploy/jaeger/ui.json'), join(folder, 'ui.json'));
  await write(oddStrategies);
  jaeger = await startJaeger(environment, folder);
});
after(async () => {
  await jaeger?.end();
  await environment?.remove();
});

const write = (strategies: object) => writeFile(join(folder, 'strategies.json'), JSON.stringify(strategies));
const strategiesOf = (ratio: number) => ({ default_strategy: { type: 'probabilistic', param: ratio } });

test('the stand-in answers each service as Jaeger does from the same file', async (t) => {
  const lite = await createMeshEnvironment();
  t.after(() => lite.remove());
  const variables = { ...lite.variables, SAMPLING_STRATEGIES_FILE: join(folder, 'strategies.json') };
  const program = await startProgram('apps/telemetry-lite/src/main.ts', [], variables, '"ports"');
  t.after(() => endProgram(program));
  const queries = [
    ...oddServices.map((name) => `/sampling?service=${encodeURIComponent(name)}`),
    ...['/?service=rate', '/sampling', '/', '/sampling?service=a&service=b', '/sampling?Service=a'],
  ];
  for (const query of queries) assert.deepEqual(await ask(lite, query), await ask(environment, query), query);
});

test('all services follow a change of the file within 2 s of Jaeger, and keep the last good while it is away', async (t) => {
  const endpoint = `http://127.0.0.1:${environment.ports.JAEGER_SAMPLING_PORT}`;
  await write(strategiesOf(0.5));
  const sampler = {
    OTEL_TRACES_SAMPLER: 'parentbased_jaeger_remote',
    OTEL_TRACES_SAMPLER_ARG: `endpoint=${endpoint}`,
  };
  const mesh = await openMesh(sampler);
  t.after(() => mesh.close());
  const reports = samplingOf(t, mesh);
  const untilAll = (ratio: number, limitMs: number) =>
    until(
      `all to sample ${ratio}`,
      async () =>
        (await reports()).every(({ document, source }) => document.default.ratio === ratio && !source.error),
      limitMs,
    );
  await untilAll(0.5, 20_000);
  await write(strategiesOf(0.25));
  await untilAll(0.25, reloadMs + changeMs);
  await jaeger.end();
  await until('all to miss it', async () =>
    (await reports()).every(({ source }) => source.error !== undefined),
  );
  assert.ok((await reports()).every(({ document }) => document.default.ratio === 0.25));
  await write(strategiesOf(0.125));
  jaeger = await startJaeger(environment, folder);
  await untilAll(0.125, changeMs);
});

async function ask({ ports }: MeshEnvironment, query: string) {
  const answer = await fetch(`http://127.0.0.1:${ports.JAEGER_SAMPLING_PORT}${query}`);
  const [type, text] = [answer.headers.get('content-type'), await answer.text()];
  return { status: answer.status, type, body: type === 'application/json' ? JSON.parse(text) : text };
}
