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
  readonly reason?: string;
}

function span(given: Given): Buffer {
  const { trace = 'one', kind = SERVER, parent = '', state = '', millis = 1, status = 0 } = given;
  const times = [fixed64(7, 5n), fixed64(8, 5n + BigInt(millis) * 1_000_000n)];
  const ids = [field(1, trace), field(3, state), field(4, parent)];
  const reason = field(9, field(1, 'sampling.reason'), field(2, field(1, given.reason ?? 'ratio')));
  return field(2, ...ids, varint(6, kind), ...times, reason, field(15, varint(3, status)));
}

test('requests are counted by how they ended, and scaled up by their thresholds unless they were kept after the fact; all else is spans and bytes', () => {
  const tally = createTraceTally();
  const spans = [
    span({ state: 'ot=th:c' }),
    span({ trace: 'two', state: 'shop=1,ot=rv:80000000000000;th:0', status: ERROR }),
    span({ millis: 1001, reason: 'promoted:slow' }),
    span({}),
    span({ trace: 'two', parent: '12345678' }),
    span({ kind: 3 }),
  ];
  const body = field(1, field(2, ...spans));
  tally.add('/tail/v1/traces', body);
  tally.add('/tail/v1/metrics', body);
  const expected = {
    bytes: body.length,
    spans: 6,
    requests: 4,
    failed: 1,
    failedSpans: 2,
    slow: 1,
    scaled: 6,
  };
  assert.deepEqual(tally.counts(), { tail: expected });
});
