import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readUpConfig } from './config.ts';

test('without variables the ports are those of the conventions, on loopback', () => {
  const config = readUpConfig({ LOKI_PORT: '' });
  assert.ok(!('problem' in config));
  const { HOST, GATEWAY_HTTP_PORT, POSTGRES_PORT, LOKI_PORT } = config;
  assert.deepEqual([HOST, GATEWAY_HTTP_PORT, POSTGRES_PORT, LOKI_PORT], ['127.0.0.1', 8080, 54_318, 3100]);
});

test('a port that others could not be told is refused by its variable', () => {
  assert.match(JSON.stringify(readUpConfig({ JAEGER_PORT: '0' })), /JAEGER_PORT must be a port, 1 to 65535/);
  assert.match(JSON.stringify(readUpConfig({ JAEGER_PORT: 'x' })), /JAEGER_PORT must be a port/);
});

test('a database URL that is refused does not show its password', () => {
  const config = readUpConfig({ ORDER_DATABASE_URL: 'mysql://me:pa/ss@db.example/order' });
  assert.deepEqual(config, {
    problem: 'ORDER_DATABASE_URL must begin with postgres://; it is "[hidden]@db.example/order".',
  });
});
