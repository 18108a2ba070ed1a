import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksWhole } from './looks-whole.ts';
import { readLokiLines } from './stores/loki-lines.ts';
import { readOtlpSpans } from './stores/otlp-spans.ts';
import { lokiAnswer } from './testing/loki.ts';
import { orderLines } from './testing/order-lines.ts';
import { longAgoNs, orderTrace, traceId } from './testing/order-trace.ts';

const spans = readOtlpSpans(orderTrace())?.spans ?? [];
const lines = readLokiLines(lokiAnswer(traceId, longAgoNs, orderLines))?.lines ?? [];
const without = (service: string) => spans.filter((span) => span.service !== service);

test('a trace with everything in it looks whole', () => {
  assert.ok(looksWhole({ spans, lines }));
});

test('a caller, a server, or the line of a server that is not there yet is noticed', () => {
  assert.ok(!looksWhole({ spans: without('gateway'), lines: [] }));
  assert.ok(!looksWhole({ spans: without('inventory'), lines }));
  assert.ok(!looksWhole({ spans, lines: lines.filter((line) => line.service !== 'gateway') }));
});

test('a line whose span is not there yet is noticed', () => {
  const [first] = lines;
  assert.ok(first);
  assert.ok(!looksWhole({ spans, lines: [...lines, { ...first, spanId: 'ffffffffffffffff' }] }));
  assert.ok(looksWhole({ spans, lines: [...lines, { ...first, spanId: null }] }));
});
