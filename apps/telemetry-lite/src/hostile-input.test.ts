import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type Ports, type Process, portsOf, startProcess } from './testing/process.ts';

let running: Process;
let ports: Ports;
before(async () => {
  running = startProcess();
  ports = await portsOf(running);
});
after(() => running[Symbol.asyncDispose]());

async function assertAlive(): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${ports.LOKI_PORT}/ready`);
  assert.equal(answer.status, 200);
}

test('random bytes in any encoding are answered and leave it running', async () => {
  for (let i = 0; i < 200; i += 1) {
    const path = i % 2 ? '/v1/traces' : '/v1/logs';
    const type = i % 3 ? 'application/x-protobuf' : 'application/json';
    const body = i % 5 ? randomBytes(i * 7) : gzipSync(randomBytes(i)).subarray(0, i % 4 ? undefined : i);
    const headers: Record<string, string> = {
      'content-type': type,
      ...(i % 5 === 0 && { 'content-encoding': 'gzip' }),
    };
    const url = `http://127.0.0.1:${ports.OTLP_HTTP_PORT}${path}`;
    const { status } = await fetch(url, { method: 'POST', headers, body });
    assert.ok([200, 400].includes(status), `${status}`);
  }
  await assertAlive();
});

test('random bytes and broken requests on every port leave it running', async () => {
  const garbage = [
    randomBytes(500),
    'POST /v1/traces HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nhalf',
    'GET // HTTP/1.1\r\nhost: a\r\n\r\n',
  ];
  for (const port of Object.values(ports)) {
    for (const bytes of garbage) {
      const socket = connect(port, '127.0.0.1').on('error', () => {});
      await once(socket, 'connect');
      socket.end(bytes);
      socket.resume();
      await once(socket, 'close');
    }
  }
  await assertAlive();
});

test('hostile queries are answered in time', async () => {
  const queries = [
    '{a=~"((a{100}){100}){100}"}',
    `{a=~"${'('.repeat(900)}${')'.repeat(100)}"}`,
    `{a=~"(.*)(.*)(.*)(.*)(.*)x"} |~ "(a+)+$"`,
    '{'.repeat(5000),
    `{${Array.from({ length: 1000 }, () => 'a="b"').join()}}`,
    '\u0000\ud800"\\',
    '{__proto__="x"} | constructor="y"',
  ];
  for (const query of queries) {
    const start = performance.now();
    const url = `http://127.0.0.1:${ports.LOKI_PORT}/loki/api/v1/query_range?query=${encodeURIComponent(query.toWellFormed())}`;
    const { status } = await fetch(url);
    assert.ok([200, 400].includes(status), `${query.slice(0, 40)} gave ${status}`);
    assert.ok(performance.now() - start < 2000, query.slice(0, 40));
  }
  for (const path of [
    '/%',
    '/%ff',
    '/api/v3/traces/%E0%A4%A',
    '/loki/api/v1/label/%ZZ/values',
    '/a/../../etc',
  ]) {
    for (const port of [ports.JAEGER_PORT, ports.LOKI_PORT]) {
      const { status } = await fetch(`http://127.0.0.1:${port}${path}`);
      assert.ok([400, 404].includes(status), `${path} gave ${status}`);
    }
  }
  await assertAlive();
});
