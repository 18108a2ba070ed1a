import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runProgram } from '../testing/run-program.ts';
import { nativePath } from './testing/native-path.ts';

const collectorVariants = [[], ['tail'], ['zipkin'], ['elk'], ['zipkin', 'elk'], ['tail', 'zipkin', 'elk']];

for (const variant of collectorVariants) {
  test(`the collector accepts its configuration (${['collector', ...variant].join(' + ')})`, async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'mesh-otelcol-'));
    t.after(() => rm(folder, { recursive: true }));
    const configs = ['collector', ...variant].map((name) => `--config=deploy/otel-collector/${name}.yaml`);
    await accepts('otel-collector', ['validate', ...configs], { COLLECTOR_QUEUE_FOLDER: folder });
  });
}

for (const variant of [['zipkin'], ['elk'], ['zipkin', 'elk']]) {
  test(`the second collector accepts its configuration (${variant.join(' + ')})`, async () => {
    const configs = variant.map((name) => `--config=deploy/otel-collector-compat/${name}.yaml`);
    await accepts('otel-collector-compat', ['validate', ...configs]);
  });
}

for (const variant of [[], ['adaptive']]) {
  test(`Jaeger accepts its configuration (${['jaeger', ...variant].join(' + ')})`, async () => {
    const configs = ['jaeger', ...variant].map((name) => `--config=deploy/jaeger/${name}.yaml`);
    await accepts('jaeger', ['validate', ...configs]);
  });
}

test('Loki accepts its configuration', async () => {
  const options = ['-config.file=deploy/loki/loki.yaml', '-config.expand-env=true', '-verify-config'];
  await accepts('loki', options);
});

test('Prometheus accepts its configuration and its rules', async () => {
  await accepts('promtool', ['check', 'config', 'deploy/prometheus/prometheus.yaml']);
});

async function accepts(program: string, args: readonly string[], environment: Record<string, string> = {}) {
  const { code, stdout, stderr } = await runProgram(await nativePath(program), args, environment);
  assert.equal(code, 0, stdout + stderr);
}
