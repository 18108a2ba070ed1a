import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Env } from '../command.ts';
import { recorder } from '../terminal/recorder.ts';
import { freePort } from '../testing/free-port.ts';
import { presetFile } from './read-document.ts';
import { runSampling } from './run-sampling.ts';
import {
  type FakeReport,
  fakeCapture,
  reading,
  serveFakeServices,
  temporaryFolder,
} from './testing/fake-services.ts';

async function sampling(args: string[], env: Env) {
  const terminal = recorder();
  const code = await runSampling(args, env, terminal);
  return { code, out: terminal.out(), complaints: terminal.complaints.join('\n') };
}

/** A file with the document `quiet`, and services that read it, with what they say besides. */
async function quietMesh(t: TestContext, more: readonly object[] = [{}, {}, {}]) {
  const folder = temporaryFolder(t);
  const file = join(folder, 'sampling.json');
  copyFileSync(presetFile('quiet'), file);
  const env = await serveFakeServices(
    t,
    more.map((each) => reading(file, each)),
  );
  return { folder, file, env: { ...env, MESH_HOME: folder } };
}

test('show tells of each service where its document comes from, its policies and its operations', async (t) => {
  const file = presetFile('production');
  const report: FakeReport = () => ({
    ...reading(file, { error: 'default.ratio must be a number from 0 to 1, but is 2' })(),
    capture: fakeCapture,
    operations: [
      { operation: '\x1b[2Jevil', rule: 'default', ratio: 0.01, isBoosted: false, kept: 0, dropped: 6 },
      { operation: 'POST /v1/orders', rule: 'orders', ratio: 0.5, isBoosted: true, kept: 12, dropped: 345 },
    ],
  });
  const env = await serveFakeServices(t, [report, report, report]);
  const { code, out, complaints } = await sampling(['show'], env);
  assert.deepEqual([code, complaints], [0, '']);
  for (const line of [
    /^gateway {3}127\.0\.0\.1:\d+$/m,
    /^ {2}source +file .*production\.json$/m,
    /^ {2}since +2026-11-26 17:00:00Z$/m,
    /^ {2}error +default\.ratio must be a number from 0 to 1, but is 2$/m,
    /^ {2}orders +10 %, first of each 60 s, floor 0\.1\/s, ceiling 20\/s, boost to 50 %, slow over 500\n +ms where service=gateway operation=POST \/v1\/orders$/m,
    /^ {2}canary +always where resource deployment\.environment\.name=canary$/m,
    /^ {2}limits +forced 2\/s, overall 50\/s$/m,
    /^ {2}kept +first 3$/m,
    /^ {2}default +1 %.*boost to 50 %, slow over 1000 ms$/m,
    /^ {2}after the fact what fails or is slow, 10\/s; with those of others 100\/s$/m,
    /^ {2}promoted +15; INTERNAL 9, slow 3, refused INTERNAL 4, missed 2, told 8, not told 1$/m,
    /^ {2}parked +1200 traces, 684 KiB$/m,
    /^order (.*\n){4} {2}policies +those of gateway$/m,
    /^ {2}rule +ratio now +kept +dropped +operation\n {2}orders +↑ 50 % +12 +345 {2}POST \/v1\/orders\n {2}default +1 % +0 +6 {2}\\e\[2Jevil$/m,
  ])
    assert.match(out, line);
});

test('show as JSON has all that the services say', async (t) => {
  const { env } = await quietMesh(t);
  const { code, out } = await sampling(['show', '--json'], env);
  const { services } = JSON.parse(out);
  assert.equal(code, 0);
  assert.deepEqual(
    services.map(({ name, report }: { name: string; report: { service: string } }) => [name, report.service]),
    [
      ['gateway', 'fake'],
      ['order', 'fake'],
      ['inventory', 'fake'],
    ],
  );
});

test('show says which service cannot be asked and why, and exits with 1', async (t) => {
  const env = await serveFakeServices(t, [reading(presetFile('quiet')), () => undefined]);
  const port = await freePort();
  const { code, out } = await sampling(['show'], { ...env, INVENTORY_GRPC_PORT: `${port}` });
  assert.equal(code, 1);
  assert.match(out, /\n {2}order runs without the preload of @mesh\/tracing\.\n/);
  assert.match(
    out,
    /\n {2}inventory cannot be reached at 127\.0\.0\.1:\d+: .* or set INVENTORY_GRPC_PORT\.\n/,
  );
});

test('set writes the document to the file that the services read, and says when they have it', async (t) => {
  const { env, file, folder } = await quietMesh(t);
  const { code, out, complaints } = await sampling(['set', 'production'], env);
  assert.deepEqual([code, complaints], [0, '']);
  assert.equal(readFileSync(file, 'utf8'), readFileSync(presetFile('production'), 'utf8'));
  assert.match(out, /^Wrote production to .*\nIn effect in gateway, order, inventory after \d\.\d s\.\n$/);
  assert.deepEqual(readdirSync(folder), ['sampling.json']);
});

test('set refuses a wrong document with everything that is wrong, and the file stays as it is', async (t) => {
  const { env, file, folder } = await quietMesh(t);
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{ "version": 1, "default": { "ratio": 7, "flour": {} } }');
  const { code, out, complaints } = await sampling(['set', broken], env);
  assert.deepEqual([code, out], [2, '']);
  assert.match(complaints, /broken\.json is refused:\n {2}.*ratio.*\n? {0,2}.*flour|flour.*\n {2}.*ratio/s);
  assert.equal(readFileSync(file, 'utf8'), readFileSync(presetFile('quiet'), 'utf8'));
});

test('set writes nothing where services read no file, or not the same', async (t) => {
  const { env, file } = await quietMesh(t, [{}, { kind: 'jaeger_remote', location: 'http://a' }, {}]);
  const noFile = await sampling(['set', 'canary'], env);
  assert.equal(noFile.code, 2);
  assert.match(
    noFile.complaints,
    /No file configures order \(jaeger_remote http:\/\/a\): change it there, or start it with MESH_SAMPLING_FILE/,
  );
  const two = await quietMesh(t, [{}, { location: '/elsewhere.json' }, {}]);
  const { code, complaints } = await sampling(['set', 'canary'], two.env);
  assert.equal(code, 2);
  assert.match(complaints, /The services read .*sampling\.json, \/elsewhere\.json: name the one to write/);
  assert.equal(readFileSync(file, 'utf8'), readFileSync(presetFile('quiet'), 'utf8'));
});

test('set writes the file of the home where no service answers, which is told with exit code 1', async (t) => {
  const MESH_HOME = join(temporaryFolder(t), 'new');
  const [a, b, c] = await Promise.all([freePort(), freePort(), freePort()]);
  const ports = { GATEWAY_GRPC_PORT: `${a}`, ORDER_GRPC_PORT: `${b}`, INVENTORY_GRPC_PORT: `${c}` };
  const { code, complaints } = await sampling(['set', 'canary'], { ...ports, MESH_HOME });
  assert.equal(code, 1);
  assert.equal(complaints.match(/cannot be reached/g)?.length, 3);
  const written = readFileSync(join(MESH_HOME, 'sampling.json'), 'utf8');
  assert.equal(written, readFileSync(presetFile('canary'), 'utf8'));
});

test('a document that is not there is refused with the names that there are', async () => {
  const { code, complaints } = await sampling(['set', 'qiuet'], {});
  assert.equal(code, 2);
  assert.match(
    complaints,
    /qiuet cannot be read \(ENOENT\)\. It must be quiet, canary, production or a file/,
  );
});
