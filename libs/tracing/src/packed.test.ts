import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { publint } from 'publint';
import { startCollector } from './testing/collector.ts';

// Somebody else's service, in a folder outside the workspace, with the package as npm installs it from its tarball.
const run = promisify(execFile);
const tracing = fileURLToPath(new URL('..', import.meta.url));
const bin = fileURLToPath(new URL('../../../node_modules/.bin/', import.meta.url));
const SERVER = 2;
const CLIENT = 3;
let outside: string;

before(async () => {
  outside = await mkdtemp(join(tmpdir(), 'mesh-outside-'));
  await cp(join(tracing, 'pack/outside'), outside, { recursive: true });
  const { stdout } = await run(process.execPath, [join(tracing, 'pack/main.mjs'), outside]);
  await rename(join(outside, stdout.trim()), join(outside, 'mesh-tracing.tgz'));
  const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  await run('npm', ['install', ...quick], { cwd: outside });
});
after(() => rm(outside, { recursive: true, force: true }));

for (const preload of ['--import', '--require']) {
  for (const [file, text] of [
    ['service.mjs', 'ESM'],
    ['service.cjs', 'CommonJS'],
  ] as const) {
    test(`a service in ${text} outside the workspace is traced by ${preload} @mesh/tracing/register`, async () => {
      await using collector = await startCollector();
      const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SERVICE_NAME: 'outside' };
      const args = [preload, '@mesh/tracing/register', file];
      const { stdout, stderr } = await run(process.execPath, args, { cwd: outside, env, timeout: 20_000 });

      assert.equal(stderr, '');
      const calls = collector.spans.filter(({ name }) => name === 'outside.v1.Echo/Say');
      const [traceId = ''] = calls.map((span) => span.traceId);
      assert.deepEqual(calls.map((span) => [span.kind, span.traceId]).sort(), [
        [SERVER, traceId],
        [CLIENT, traceId],
      ]);
      const line = stdout.split('\n').find((one) => one.includes('"message":"called"'));
      assert.equal(JSON.parse(line ?? '{}').trace_id, traceId);
      assert.equal((await collector.log('called')).traceId, traceId);
      assert.ok(collector.metrics.some(({ name }) => name === 'rpc.server.call.duration'));
    });
  }
}

test('a service that is bundled as CommonJS, with the library in it, is traced, and its lines have ids', async () => {
  await using collector = await startCollector();
  const file = join(outside, 'bundled.cjs');
  const entryPoints = [join(outside, 'service.cjs')];
  const external = ['@grpc/grpc-js'];
  await build({ entryPoints, external, outfile: file, bundle: true, platform: 'node', logLevel: 'error' });
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SERVICE_NAME: 'outside' };
  const args = ['--import', '@mesh/tracing/register', file];
  const { stderr } = await run(process.execPath, args, { cwd: outside, env, timeout: 20_000 });
  assert.equal(stderr, '');
  const { traceId } = await collector.log('called');
  const spans = collector.spans.filter((span) => span.traceId === traceId);
  assert.deepEqual(spans.map(({ kind }) => kind).sort(), [SERVER, CLIENT]);
});

test('a preload that is bundled into a program in CommonJS says how to start instead', async () => {
  const file = join(outside, 'with-preload.cjs');
  const stdin = { contents: "import '@mesh/tracing/register';", resolveDir: outside };
  await build({ stdin, outfile: file, bundle: true, platform: 'node', logLevel: 'error' });
  await assert.rejects(
    run(process.execPath, [file], { timeout: 20_000 }),
    /Error: @mesh\/tracing is no preload where it is bundled .*: take the import .* out, and start with node --import/,
  );
});

test('what few services need is found beside the bundle: the stock instrumentation of gRPC', async () => {
  await using collector = await startCollector();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, MESH_GRPC_INSTRUMENTATION: 'stock' };
  const args = ['--import', '@mesh/tracing/register', 'service.mjs'];
  await run(process.execPath, args, { cwd: outside, env, timeout: 20_000 });
  const calls = collector.spans.filter(({ name }) => name === 'grpc.outside.v1.Echo/Say');
  assert.deepEqual(calls.map(({ kind }) => kind).sort(), [SERVER, CLIENT]);
});

test('a document that says what samples is read by the part of the package that can read it, in a turn', async () => {
  await using collector = await startCollector();
  const file = join(outside, 'sampling.json');
  await writeFile(file, JSON.stringify({ version: 1, default: { policy: 'never' } }));
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, MESH_SAMPLING_FILE: file };
  const args = ['--require', '@mesh/tracing/register', 'service.cjs'];
  const { stderr } = await run(process.execPath, args, { cwd: outside, env, timeout: 20_000 });
  assert.equal(stderr, '');
  await collector.log('called');
  assert.deepEqual(collector.spans, []);
});

for (const [module, resolution] of [
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
] as const) {
  test(`its types are whole for consumers that resolve modules as ${resolution}, in ESM and in CommonJS`, async () => {
    const options = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      'false',
      '--target',
      'es2024',
      '--types',
      'node',
    ];
    const how = ['--module', module, '--moduleResolution', resolution];
    const { stdout } = await run(
      process.execPath,
      [join(bin, 'tsc'), ...options, ...how, 'types.mts', 'types.cts'],
      {
        cwd: outside,
      },
    );
    assert.equal(stdout, '');
  });
}

test('its README links to nothing that is not in the package', async () => {
  const readme = await readFile(join(outside, 'node_modules/@mesh/tracing/README.md'), 'utf8');
  assert.match(readme, /The table of all ways to load a program \(`docs\/loading\.md` in the repository\)/);
  assert.doesNotMatch(readme, /\]\(\.\.?\//);
});

test('publint finds nothing to say about what is installed', async () => {
  const pkgDir = join(outside, 'node_modules/@mesh/tracing');
  const { messages } = await publint({ pkgDir, pack: false });
  assert.deepEqual(messages, []);
});
