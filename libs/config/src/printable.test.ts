import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printable } from './printable.ts';

test('a password, a user and parameters of a connection string are not shown', () => {
  const DATABASE_URL = 'postgres://me:hunter2@db:5432/order?sslpassword=hunter3';
  assert.deepEqual(printable({ DATABASE_URL }), { DATABASE_URL: 'postgres://db:5432/order' });
});

test('a password in any other URL is not shown either', () => {
  assert.deepEqual(printable({ TRACE_URL: 'https://me:hunter2@jaeger/trace/{traceId}' }), {
    TRACE_URL: 'https://jaeger/trace/%7BtraceId%7D',
  });
});

test('what holds no secret is shown as it is', () => {
  const config = {
    HOST: '127.0.0.1',
    PORT: 8080,
    REFLECTION: true,
    LOGS_URL: 'http://loki:3100/?q={traceId}',
  };
  assert.deepEqual(printable(config), config);
});
