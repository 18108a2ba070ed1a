import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, fixed64, varint } from '../../sink/testing/protobuf.ts';
import { createTraceTally } from './trace-tally.ts';

const SERVER = 2;
const ERROR = 2;

interface Given {
  readonly trace?: string;
  readonly kind?: number;
  readonly parent?: string;
  readonly state?: string;
  readonly millis?: number;
  readonly status?: number;
}

function span({
  trace = 'one',
  kind = SERVER,
  parent = '',
  state = '',
  millis = 1,
  status = 0,
}: Given): Buffer {
  const times = [fixed64(7, 5n), fixed64(8, 5n + BigInt(millis) * 1_000_000n)];
  return field(
    2,
    field(1, trace),
    field(3, state),
    field(4, parent),
    varint(6, kind),
    ...times,
    field(15, varint(3, status)),
  );
}

test('requests are counted by how they ended, and scaled up by their thresholds where they have one; all else is spans and bytes', () => {
  const tally = createTraceTally();
  const spans = [
    span({ state: 'ot=th:c' }),
    span({ trace: 'two', state: 'shop=1,ot=rv:80000000000000;th:0', status: ERROR }),
    span({ millis: 1001 }),
    span({ trace: 'two', parent: '12345678' }),
    span({ kind: 3 }),
  ];
  const body = field(1, field(2, ...spans));
  tally.add('/tail/v1/traces', body);
  tally.add('/tail/v1/metrics', body);
  const expected = {
    bytes: body.length,
    spans: 5,
    requests: 3,
    failed: 1,
    failedSpans: 2,
    slow: 1,
    scaled: 5,
  };
  assert.deepEqual(tally.counts(), { tail: expected });
});
