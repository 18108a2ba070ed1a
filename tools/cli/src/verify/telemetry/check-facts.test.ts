import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderLines } from '../../trace/testing/order-lines.ts';
import { longAgoNs, orderServices } from '../../trace/testing/order-trace.ts';
import { type OtlpSpan, spanId } from '../../trace/testing/otlp.ts';
import { readMadeUp } from '../../trace/testing/read.ts';
import { checkFacts } from './check-facts.ts';
import { confirmationsOf } from './confirmations.ts';
import { orderFacts } from './testing/order-facts.ts';
import type { TraceFacts } from './trace-facts.ts';

const whole = orderFacts();
const brokenBy = (facts: TraceFacts) => checkFacts(facts).map(({ rule }) => rule);
const without = (...ids: number[]) => whole.spans.filter(({ spanId: id }) => !ids.map(spanId).includes(id));
const changed = (id: number, change: object) =>
  whole.spans.map((span) => (span.spanId === spanId(id) ? { ...span, ...change } : span));
const notLineOf = (id: number) => whole.lines.filter((line) => line.spanId !== spanId(id));
const ended = (status: string) => ({ attributes: { 'rpc.system.name': 'grpc', 'rpc.status_code': status } });

test('whole telemetry breaks no rule, also where the caller brought its trace', () => {
  assert.deepEqual(brokenBy(whole), []);
  assert.deepEqual(brokenBy(orderFacts({ spans: changed(1, { parentId: spanId(99) }) })), []);
});

test('an order without a trace id, and one whose trace is in no store, miss their trace', () => {
  const nothing = { spans: [], lines: [] };
  assert.deepEqual(brokenBy(orderFacts({ ...nothing, traceId: '' })), ['order-has-trace']);
  assert.deepEqual(brokenBy(orderFacts(nothing)), ['order-has-trace']);
  assert.deepEqual(
    new Set(brokenBy(orderFacts({ spans: [] }))),
    new Set(['order-has-trace', 'line-has-span']),
  );
});

test('of a trace that was not kept, as its lines say, no span is missed, but lines are checked', () => {
  const lines = whole.lines.map((line) => ({ ...line, isUnsampled: true as const }));
  assert.deepEqual(brokenBy(orderFacts({ spans: [], lines })), []);
  const repeatedLines = lines.slice(0, 1);
  assert.deepEqual(brokenBy(orderFacts({ spans: [], lines, repeatedLines })), ['line-once']);
  assert.ok(brokenBy(orderFacts({ spans: without(8), lines })).includes('call-has-server'));
});

test('of a trace that was kept after the fact, lines and spans are missed as of any other', () => {
  const attributes = { 'sampling.reason': 'promoted:INTERNAL' };
  const spans = whole.spans.map((span) => ({ ...span, attributes: { ...span.attributes, ...attributes } }));
  const lines = whole.lines.map((line) => ({ ...line, isUnsampled: true as const }));
  assert.deepEqual(brokenBy(orderFacts({ spans, lines })), []);
  const lost = spans.filter(({ spanId: id }) => id !== spanId(1));
  assert.ok(brokenBy(orderFacts({ spans: lost, lines })).includes('line-has-span'));
});

test('a lost beginning is missed, and what hung on it is an orphan', () => {
  const rules = brokenBy(orderFacts({ spans: without(1), lines: notLineOf(1) }));
  assert.deepEqual(rules, ['trace-has-root', 'span-has-parent']);
});

test('a second beginning is an orphan, but a caller may ask twice in a trace of its own', () => {
  const again = { ...whole.spans[0], spanId: spanId(50), startNs: longAgoNs + 60_000_000n } as const;
  const lines = [...whole.lines, { ...whole.lines.at(-1), spanId: spanId(50) }] as typeof whole.lines;
  const second = (parentId: string | null) => ({ ...again, parentId }) as (typeof whole.spans)[number];
  assert.deepEqual(brokenBy(orderFacts({ spans: [...whole.spans, second(null)], lines })), ['one-root']);
  const asked = changed(1, { parentId: spanId(99) });
  assert.deepEqual(brokenBy(orderFacts({ spans: [...asked, second(spanId(99))], lines })), []);
});

test('the lost span of a server is missed by its call, by its children and by its lines', () => {
  const rules = brokenBy(orderFacts({ spans: without(8) }));
  const children = Array.from({ length: 4 }, () => 'span-has-parent');
  const expected = ['call-has-server', ...children, 'line-has-span', 'line-has-span'];
  assert.deepEqual(rules, expected);
});

test('a call that may not have reached a server misses no span of it', () => {
  const lines = notLineOf(13);
  const spansWith = (code: string) => {
    const lost = [spanId(13), spanId(14)];
    return changed(6, ended(code)).filter(({ spanId: id }) => !lost.includes(id));
  };
  for (const [code, rules] of [
    ['UNAVAILABLE', []],
    ['DEADLINE_EXCEEDED', []],
    ['CANCELLED', []],
    ['INTERNAL', ['call-has-server']],
  ] as const) {
    const orders = whole.orders.map((order) => ({ ...order, status: 'REJECTED' }));
    assert.deepEqual(brokenBy(orderFacts({ spans: spansWith(code), lines, orders })), rules, code);
  }
});

test('Reserve and Commit are asked for where the request that created the order confirmed it', () => {
  const half = without(6, 13, 14);
  const lines = notLineOf(13);
  assert.deepEqual(brokenBy(orderFacts({ spans: half, lines })), ['confirmed-has-steps']);
  const late = half.map((span) =>
    span.spanId === spanId(3) ? { ...span, ...ended('DEADLINE_EXCEEDED') } : span,
  );
  assert.deepEqual(brokenBy(orderFacts({ spans: late, lines })), []);
  for (const [status, rules] of [
    ['CANCELLED', ['confirmed-has-steps']],
    ['REJECTED', []],
    ['PENDING', []],
  ] as const) {
    const orders = whole.orders.map((order) => ({ ...order, status }));
    assert.deepEqual(brokenBy(orderFacts({ spans: half, lines, orders })), rules, status);
  }
});

test('an order whose CreateOrder is lost with all below it misses that, whatever became of the order', () => {
  const spans = without(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
  const lines = whole.lines.filter((line) => line.spanId === spanId(1));
  for (const status of ['CONFIRMED', 'CANCELLED', 'REJECTED', 'PENDING']) {
    const facts = orderFacts({ spans, lines, orders: whole.orders.map((order) => ({ ...order, status })) });
    assert.deepEqual(brokenBy(facts), ['order-has-create'], status);
    assert.deepEqual(confirmationsOf(facts), { here: 0, elsewhere: 0 });
  }
});

test('a lost CreateOrder is counted once where its call is there, and named where that was given up', () => {
  const lines = whole.lines.filter((line) => line.spanId !== spanId(3));
  const spans = without(3).filter(({ parentId }) => parentId !== spanId(3));
  const tops = spans.filter(({ service }) => service === 'gateway');
  const gatewayLines = lines.filter(({ service }) => service === 'gateway');
  assert.deepEqual(brokenBy(orderFacts({ spans: tops, lines: gatewayLines })), ['call-has-server']);
  const late = tops.map((span) =>
    span.spanId === spanId(2) ? { ...span, ...ended('DEADLINE_EXCEEDED') } : span,
  );
  assert.deepEqual(brokenBy(orderFacts({ spans: late, lines: gatewayLines })), ['order-has-create']);
});

test('a call that ended OK without any statement to its database misses them', () => {
  assert.deepEqual(brokenBy(orderFacts({ spans: without(14) })), ['call-has-statement']);
  assert.deepEqual(brokenBy(orderFacts({ spans: without(4, 7) })), ['call-has-statement']);
  const spans = changed(13, ended('UNAVAILABLE')).filter(({ spanId: id }) => id !== spanId(14));
  assert.deepEqual(brokenBy(orderFacts({ spans })), []);
});

test('a server span has one completion line, not none and not two', () => {
  const isCompletion = ({ message, spanId: id }: { message: string; spanId: string | null }) =>
    message === 'call finished' && id === spanId(3);
  const none = whole.lines.filter((line) => !isCompletion(line));
  assert.deepEqual(brokenBy(orderFacts({ lines: none })), ['server-has-line']);
  const [line] = whole.lines.filter(isCompletion);
  assert.ok(line);
  const twice = [...whole.lines, { ...line, timeNs: line.timeNs + 1n }];
  assert.deepEqual(brokenBy(orderFacts({ lines: twice })), ['completes-once']);
  const early = [...none, { ...line, message: 'call ended before its handler' }];
  assert.deepEqual(brokenBy(orderFacts({ lines: early })), []);
});

test('what a store gives twice is named', () => {
  const facts = orderFacts({ repeatedSpans: [spanId(8), spanId(8)], repeatedLines: whole.lines.slice(0, 1) });
  assert.deepEqual(brokenBy(facts), ['span-once', 'span-once', 'line-once']);
  assert.match(checkFacts(facts)[0]?.problem ?? '', /^inventory SERVER InventoryService\/Reserve 0{15}8 was/);
});

test('a line of a span that is not there, and one of no span, are orphans', () => {
  const [line] = whole.lines;
  assert.ok(line);
  const lines = [
    ...whole.lines,
    { ...line, message: 'x', spanId: spanId(77) },
    { ...line, message: 'y', spanId: null },
  ];
  assert.deepEqual(brokenBy(orderFacts({ lines })), ['line-has-span', 'line-has-span']);
  const completion = { ...line, message: 'call finished', spanId: null };
  const two = [...whole.lines, completion, { ...completion, timeNs: line.timeNs + 1n }];
  assert.deepEqual(brokenBy(orderFacts({ lines: two })), ['line-has-span', 'line-has-span']);
});

/** Two orders in the trace of their caller; the second ended with `code` and became `status`, without any step. */
function twoOrders(status: string, code: string) {
  const { gateway, order, inventory } = orderServices;
  const asked = gateway.map((span) => ({ parent: 99, ...span }));
  const again = (spans: readonly OtlpSpan[]) =>
    spans.map((span) => {
      const attributes = { ...span.attributes, 'rpc.status_code': code };
      return { ...span, id: 100 + span.id, parent: 100 + (span.parent ?? 0), attributes };
    });
  const services = {
    gateway: [...asked, ...again(gateway)],
    order: [...order, ...again(order.slice(0, 2))],
    inventory,
  };
  const ends = orderLines.filter(
    ({ message, service }) => message === 'call finished' && service !== 'inventory',
  );
  const lines = [...orderLines, ...ends.map((line) => ({ ...line, span: 100 + (line.span ?? 0) }))];
  const another = whole.orders.map((each) => ({ ...each, orderId: 'another', status }));
  const read = readMadeUp(services, lines);
  return orderFacts({ spans: read.spans, lines: read.lines, orders: [...whole.orders, ...another] });
}

test('a trace of two orders shows the steps of both', () => {
  const found = checkFacts(twoOrders('CONFIRMED', 'OK'));
  assert.deepEqual(
    found.map(({ rule, problem }) => `${rule}: ${problem}`),
    ['Reserve', 'Commit'].map((step) => `confirmed-has-steps: the server's span of InventoryService/${step}`),
  );
  assert.match(found[0]?.subject ?? '', / of order 0198\S+, another$/);
});

test('an order that was rejected, or finished elsewhere, hides no lost step of another in its trace', () => {
  for (const [status, code] of [
    ['REJECTED', 'FAILED_PRECONDITION'],
    ['CONFIRMED', 'DEADLINE_EXCEEDED'],
  ] as const) {
    const facts = twoOrders(status, code);
    assert.deepEqual(brokenBy(facts), [], status);
    assert.deepEqual(confirmationsOf(facts), { here: 1, elsewhere: Number(status === 'CONFIRMED') });
    const lost = [5, 6, 8, 9, 10, 11, 12, 13, 14].map(spanId);
    const spans = facts.spans.filter(({ spanId: id }) => !lost.includes(id));
    const lines = facts.lines.filter((line) => !lost.includes(line.spanId ?? ''));
    assert.deepEqual(
      brokenBy({ ...facts, spans, lines }),
      ['confirmed-has-steps', 'confirmed-has-steps'],
      status,
    );
  }
});
