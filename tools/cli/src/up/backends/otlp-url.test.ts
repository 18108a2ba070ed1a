import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Env } from '../../command.ts';
import { readUpConfig } from '../config.ts';
import { otlpUrl } from './otlp-url.ts';

function urlWith(env: Env): string {
  const config = readUpConfig(env);
  if ('problem' in config) throw new Error(config.problem);
  return otlpUrl(config);
}

test("the services' telemetry, and the probe with it, goes where the user says, else to the mesh's receiver", () => {
  assert.equal(urlWith({ HOST: '192.0.2.1', OTLP_HTTP_PORT: '5318' }), 'http://192.0.2.1:5318');
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:9999';
  assert.equal(urlWith({ HOST: '192.0.2.1', OTEL_EXPORTER_OTLP_ENDPOINT }), OTEL_EXPORTER_OTLP_ENDPOINT);
});
