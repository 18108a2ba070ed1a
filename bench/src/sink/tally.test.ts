import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTally } from './tally.ts';
import { field, fixed64, varint } from './testing/protobuf.ts';

const start = fixed64(7, 0x0807060504030201n);
const kind = varint(6, 2);
const span = (name: string) => field(2, field(1, 'x'.repeat(16)), field(5, name), kind, start);
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
