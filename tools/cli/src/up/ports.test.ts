import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readUpConfig } from './config.ts';
import { portsOf } from './ports.ts';

const config = readUpConfig({});
const variablesOf = (...words: Parameters<typeof portsOf>[1][]) => {
  if ('problem' in config) throw new Error(config.problem);
  return words.flatMap((each) => portsOf(config, each));
};

test('the stand-in takes the ports of what it stands in for, containers take none of this process', () => {
  const lite = variablesOf({ backends: 'lite', extras: [] }).map(({ variable }) => variable);
  const docker = variablesOf({ backends: 'docker', extras: [] }).map(({ variable }) => variable);
  assert.ok(lite.includes('JAEGER_PORT') && !lite.includes('JAEGER_OTLP_PORT'));
  assert.ok(docker.includes('POSTGRES_PORT') && !docker.includes('JAEGER_PORT'));
});

test('no two programs of one host want the same port by default', () => {
  const ports = variablesOf({ backends: 'native', extras: ['zipkin', 'elk'] });
  assert.equal(new Set(ports.map(({ port }) => port)).size, ports.length);
});
