import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repositoryRoot } from '../host/home.ts';
import { type NativeProgram, nativePrograms } from './native-programs.ts';

const programs: Readonly<Record<string, NativeProgram>> = nativePrograms;
const read = (file: string) => readFileSync(join(repositoryRoot, file), 'utf8');

/** What a version is called as a requirement of its module, where that is not `v<version>`. */
const requiredAs: Readonly<Record<string, string>> = {
  jaeger: 'v1.76.0',
  prometheus: 'v0.314.0',
  promtool: 'v0.314.0',
};

for (const [name, { version, imageVersion, why, source }] of Object.entries(programs)) {
  test(`the version of ${name} is that of what it is made from, and a reason is given where its image has another`, () => {
    assert.equal(why !== undefined, version !== imageVersion);
    if ('artifact' in source) return assert.ok(source.artifact.split(':').includes(version));
    const required = requiredAs[name] ?? `v${version}`;
    assert.match(read(`deploy/native/${source.module}/go.mod`), new RegExp(` ${required}\\b`));
  });
}

const images = {
  'otel-collector': /otel\/opentelemetry-collector-contrib:([\d.]+)/,
  jaeger: /jaegertracing\/jaeger:([\d.]+)/,
  loki: /grafana\/loki:([\d.]+)/,
  prometheus: /prom\/prometheus:v([\d.]+)/,
};

test('the versions of the images are those of docker-compose.yml', () => {
  const compose = read('docker-compose.yml');
  for (const [name, image] of Object.entries(images))
    assert.equal(image.exec(compose)?.[1], programs[name]?.imageVersion, name);
});
