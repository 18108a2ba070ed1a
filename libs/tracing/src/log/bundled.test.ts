import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, type Format } from 'esbuild';
import { startCollector } from '../testing/collector.ts';

const FIXTURE = fileURLToPath(new URL('../testing/fixtures/two-loggers.ts', import.meta.url));
const PRELOAD = fileURLToPath(new URL('../register.ts', import.meta.url));

/** Where a bundle still finds what it has not in it. */
const CACHE = fileURLToPath(new URL('../../../../node_modules/.cache/', import.meta.url));

let folder = '';
before(async () => {
  await mkdir(CACHE, { recursive: true });
  folder = await mkdtemp(join(CACHE, 'bundled-'));
});
after(() => rm(folder, { recursive: true }));

/** What is CommonJS in an ES module asks for Node's own modules by `require`. */
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

async function bundle(format: Format, external: string[]): Promise<string> {
  const outfile = join(folder, `${external.length}.${format === 'cjs' ? 'cjs' : 'mjs'}`);
  const banner = format === 'esm' ? { js: REQUIRE } : {};
  const entryPoints = [FIXTURE];
  await build({
    entryPoints,
    outfile,
    format,
    banner,
    external,
    bundle: true,
    platform: 'node',
    logLevel: 'error',
  });
  return outfile;
}

for (const [how, format, external] of [
  ['an ES module', 'esm', ['@opentelemetry/api', 'winston']],
  ['an ES module with the API in it', 'esm', []],
  ['CommonJS', 'cjs', ['@opentelemetry/api']],
] as const) {
  test(`a service that is bundled to ${how} has the ids of the preload in its lines and records`, async () => {
    await using collector = await startCollector();
    const file = await bundle(format, [...external]);
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SERVICE_NAME: 'bundled' };
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', PRELOAD, file], { env });
    const lines = new Map(
      stdout
        .trim()
        .split('\n')
        .map((json) => [JSON.parse(json).message, JSON.parse(json)]),
    );
    const { traceId } = await collector.span('work');
    for (const message of ['ours', 'own', 'of a child', '%s and fields', 'held'])
      assert.deepEqual(
        [lines.get(message)?.trace_id, lines.get(message)?.expected],
        [traceId, traceId],
        message,
      );
    assert.doesNotMatch(stdout, /hunter2/);
    const log = await collector.log('ours');
    const { expected, ...attributes } = log.attributes;
    assert.deepEqual([log.traceId, expected, log.severityNumber, log.flags], [traceId, traceId, 13, 3]);
    assert.deepEqual(attributes, { 'nested.list': '[1,"a"]', password: '[REDACTED]' });
    const held = collector.logs.filter(({ body }) => body === 'held');
    assert.deepEqual(
      held.map(({ attributes: { nested, 'sampling.reason': reason } }) => [nested, reason]),
      [undefined, '[1]'].map((nested) => [nested, 'promoted:marked']),
    );
    assert.equal(collector.logs.length, 3);
  });
}
