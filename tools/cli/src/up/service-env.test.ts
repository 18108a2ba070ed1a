import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Env } from '../command.ts';
import { readUpConfig } from './config.ts';
import { serviceEnv } from './service-env.ts';

function envWith(env: Env, own: Env = {}) {
  const config = readUpConfig(env);
  if ('problem' in config) throw new Error(config.problem);
  return serviceEnv(config, env, { kind: 'native', serviceEnv: own });
}

test('the services are told where things are, and which environment they are', () => {
  const env = envWith({ ORDER_GRPC_PORT: '5051', ORDER_ADDRESS: '' }, { OTEL_METRICS_EXPORTER: 'none' });
  assert.equal(env['ORDER_ADDRESS'], '127.0.0.1:5051');
  assert.equal(env['OTEL_RESOURCE_ATTRIBUTES'], 'deployment.environment.name=native,service.version=0.1.0');
  assert.equal(env['OTEL_METRICS_EXPORTER'], 'none');
});

test('what the user has set is left alone', () => {
  const own = { OTEL_RESOURCE_ATTRIBUTES: 'team=a', OTEL_METRICS_EXPORTER: 'otlp', ORDER_ADDRESS: 'h:1' };
  const env = envWith(own, { OTEL_METRICS_EXPORTER: 'none' });
  for (const [name, value] of Object.entries(own)) assert.equal(env[name], value);
});
