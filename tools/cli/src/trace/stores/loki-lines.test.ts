import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lokiAnswer } from '../testing/loki.ts';
import { orderLines } from '../testing/order-lines.ts';
import { longAgoNs, traceId } from '../testing/order-trace.ts';
import { spanId } from '../testing/otlp.ts';
import { readLokiLines } from './loki-lines.ts';

test('lines come by time, with structured metadata apart from the labels or among them', () => {
  const apart = readLokiLines(lokiAnswer(traceId, longAgoNs, orderLines, true));
  const among = readLokiLines(lokiAnswer(traceId, longAgoNs, orderLines, false));
  assert.deepEqual(apart, among);
  assert.deepEqual(
    apart?.lines.map((line) => line.message),
    orderLines.map((line) => line.message).toReversed(),
  );
  assert.deepEqual(apart?.lines.at(-1), {
    ...{ timeNs: longAgoNs + 41_200_000n, service: 'gateway', level: 'info', message: 'call finished' },
    ...{ spanId: spanId(1), traceId },
    fields: { rpc_method: 'POST /v1/orders', rpc_status_code: 'OK', duration_ms: '41.2' },
  });
});

test('a line without ids, level or service is still a line, and what is none is counted', () => {
  const answer = {
    data: { resultType: 'streams', result: [{ stream: {}, values: [['5', 'hello'], ['x'], 7] }] },
  };
  const line = { timeNs: 5n, service: 'unknown', level: '', message: 'hello', spanId: null, traceId: null };
  assert.deepEqual(readLokiLines(answer), { lines: [{ ...line, fields: {} }], unreadable: 2 });
});

test('a line tells that its trace was not kept where its flags do', () => {
  const told = (flags: string) =>
    readLokiLines(lokiAnswer(traceId, longAgoNs, [{ service: 'a', at: 0, message: 'x', flags }]))?.lines[0]
      ?.isUnsampled;
  assert.deepEqual([told('0'), told('2'), told('1'), told('3')], [true, true, undefined, undefined]);
});

test('an answer that holds no lines by its type is not read as an empty one', () => {
  for (const garbage of [undefined, {}, { data: { resultType: 'matrix', result: [] } }, { data: null }]) {
    assert.equal(readLokiLines(garbage), undefined);
  }
});
