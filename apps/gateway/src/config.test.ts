import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configSchema } from './config.ts';

test('the links lead to the query APIs of this host, with the query escaped', () => {
  const { TRACE_URL, LOGS_URL } = configSchema.parse({ JAEGER_PORT: '26686', LOKI_PORT: '23100' });
  assert.equal(TRACE_URL, 'http://127.0.0.1:26686/api/v3/traces/{traceId}');
  const logs = new URL(LOGS_URL.replace('{traceId}', 'abc'));
  assert.equal(logs.origin + logs.pathname, 'http://127.0.0.1:23100/loki/api/v1/query_range');
  assert.equal(logs.searchParams.get('query'), '{service_name=~".+"} | trace_id="abc"');
});

test('a gateway that listens on all addresses links to the loopback one', () => {
  assert.match(configSchema.parse({ HOST: '0.0.0.0' }).TRACE_URL, /^http:\/\/127\.0\.0\.1:16686\//);
});

test('a link template that is given is taken as it is', () => {
  const TRACE_URL = 'https://jaeger.example/trace/{traceId}';
  assert.equal(configSchema.parse({ TRACE_URL }).TRACE_URL, TRACE_URL);
});

test('a link template without a place for the id, or that is no URL, is refused', () => {
  for (const value of [
    'https://jaeger.example/trace',
    'jaeger/{traceId}',
    'http://a b/{traceId}',
    'http://x/\r\n{traceId}',
  ]) {
    for (const name of ['TRACE_URL', 'LOGS_URL']) {
      assert.match(
        configSchema.safeParse({ [name]: value }).error?.issues[0]?.message ?? '',
        /\{traceId\}/,
        value,
      );
    }
  }
});
