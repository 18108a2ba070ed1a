import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Env } from '../command.ts';
import { readTraceConfig } from './config.ts';

const urls = (env: Env) => {
  const config = readTraceConfig(env);
  return 'problem' in config
    ? config.problem
    : [config.gateway, config.spans.backEnd, config.lines.backEnd].map(({ url }) => url);
};

test('the addresses are those of the mesh on this machine unless they are set', () => {
  assert.deepEqual(urls({}), ['http://127.0.0.1:8080', 'http://127.0.0.1:16686', 'http://127.0.0.1:3100']);
  assert.deepEqual(
    urls({ HOST: '0.0.0.0', GATEWAY_URL: 'https://shop.example/', JAEGER_PORT: '1', LOKI_URL: '' }),
    ['https://shop.example', 'http://127.0.0.1:1', 'http://127.0.0.1:3100'],
  );
  assert.deepEqual(urls({ HOST: 'mesh.example', LOKI_PORT: '7' }), [
    ...['http://mesh.example:8080', 'http://mesh.example:16686', 'http://mesh.example:7'],
  ]);
});

test('a value that cannot be used is a sentence that names the variable', () => {
  assert.match(
    String(urls({ JAEGER_URL: 'localhost:16686' })),
    /^JAEGER_URL must be an http.* it is "localhost:16686"\.$/,
  );
  assert.match(String(urls({ LOKI_PORT: '70000' })), /^LOKI_PORT must be a port.* it is "70000"\.$/);
});
