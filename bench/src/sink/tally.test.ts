import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTally } from './tally.ts';

/** A field that holds bytes, on the wire. */
function field(number: number, ...parts: (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  assert.ok(content.length < 128 * 128);
  const length =
    content.length < 128 ? [content.length] : [0x80 | (content.length & 0x7f), content.length >> 7];
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...length]), content]);
}

const fixed64 = Buffer.from([(7 << 3) | 1, 1, 2, 3, 4, 5, 6, 7, 8]);
const kind = Buffer.from([(6 << 3) | 0, 2]);
const span = (name: string) => field(2, field(1, 'x'.repeat(16)), field(5, name), kind, fixed64);
const request = (...records: Buffer[]) =>
  field(1, field(1, 'resource'), field(2, field(1, 'scope'), ...records));

test('spans of calls and log records are counted for each path, over all groups of a request', () => {
  const tally = createTally();
  const body = Buffer.concat([
    request(span('bench.v1.OrderService/CreateOrder')),
    request(span('grpc.bench.v1.X/Y')),
  ]);
  tally.add('/a/v1/traces', body);
  tally.add('/b/v1/traces', body);
  tally.add('/b/v1/traces', request(span('tcp.connect')));
  tally.add('/b/v1/logs', request(field(2, 'x'.repeat(200)), field(2, 'y')));
  assert.deepEqual(tally.counts(), { a: { spans: 2, logRecords: 0 }, b: { spans: 2, logRecords: 2 } });
});

test('a request that is cut off is refused', () => {
  const body = request(span('a'));
  assert.throws(() => createTally().add('/a/v1/traces', body.subarray(0, 1)), RangeError);
});
