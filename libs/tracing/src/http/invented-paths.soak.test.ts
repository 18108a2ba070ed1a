import assert from 'node:assert/strict';
import { METHODS } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fastify from 'fastify';
import { recordSpans } from '../testing/record-spans.ts';
import { size } from '../testing/size.ts';
import { until } from '../testing/until.ts';
import { talk } from './testing/talk.ts';

const ROUND = 500;
const MAX_GROWTH_BYTES = 8 * 1024 * 1024;
/** All that Node's parser lets in; CONNECT and PRI lead away from HTTP/1. */
const methods = METHODS.filter((method) => method !== 'CONNECT');
const spans = recordSpans('adopt');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const paths = [
  (n: number) => `/invented/${n}?${n}`,
  (n: number) => `/v1/orders/${n}/lines`,
  (n: number) => `/v1/%${n}`,
  (n: number) => `/${'deep/'.repeat(n % 50)}${n}`,
  (n: number) => `http://host-${n}/${n}`,
];

function invented(n: number): string {
  const path = paths[n % paths.length]?.(n);
  return `${methods[n % methods.length]} ${path} HTTP/1.1\r\nHost: host-${n}:${n % 65536}\r\n\r\n`;
}

test('invented methods and paths are one operation, and nothing grows by them', {
  timeout: 600_000,
}, async () => {
  await using app = fastify();
  app.get('/v1/orders/:id', () => '');
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const names = new Set<string>();
  const heap: number[] = [];
  for (let sent = 0; sent < size(100_000); sent += ROUND) {
    const requests = Array.from({ length: ROUND }, (_, i) => invented(sent + i));
    using talking = talk(port, requests.join(''));
    for (const { name } of await spans.take(ROUND)) names.add(name);
    await until(() => talking.heard() || undefined, 'answers');
    heap.push(heapBytes());
  }
  assert.deepEqual([...names], ['_OTHER']);
  const [first = 0, last = 0] = [heap[1], heap.at(-1)];
  assert.ok(last - first < MAX_GROWTH_BYTES, `the heap went from ${first} to ${last} bytes`);
});
