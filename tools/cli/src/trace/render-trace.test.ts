import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widthOf } from '../terminal/fit.ts';
import { renderTrace } from './render-trace.ts';
import { orderLines } from './testing/order-lines.ts';
import { orderServices } from './testing/order-trace.ts';
import { type OtlpSpan, spanId } from './testing/otlp.ts';
import { readMadeUp } from './testing/read.ts';
import type { Trace } from './trace.ts';

const plain = (_: unknown, text: string) => text;
const render = (trace: Trace, width = 100) => renderTrace(trace, { width, paint: plain });
const failed = (message = '') => ({ status: { code: 2, message } });
const call = (status: string) => ({
  name: 'mesh.order.v1.OrderService/GetOrder',
  attributes: { 'rpc.system.name': 'grpc', 'rpc.status_code': status },
});

test('an order reads as one path through the services, with each line under its span', () => {
  const text = `
trace 4bf92f3577b34da6a3ce929d0e0e4736   order 0198c0de-0000-7000-8000-00000000beef
gateway → order → inventory · 14 spans · 8 log lines · 41.27 ms · 2026-11-24 10:00:01Z

   at ms  service    span                                         ms  0                        41.27
    0.00  gateway    POST /v1/orders 201                       41.27  ██████████████████████████████
    0.80             │ warn   a caller without a deadline
   41.20             │ info   call finished  duration_ms=41.2 rpc_status_code=OK
    1.90  gateway    └ → OrderService/CreateOrder OK           38.20   ████████████████████████████▌
    3.10  order        └ OrderService/CreateOrder OK           36.40    ███████████████████████████
    5.80                 │ info   order accepted  items=2
   38.60                 │ info   order confirmed  total_minor=2598
   39.40                 │ info   call finished  duration_ms=36.3 rpc_status_code=OK
    4.00  order          ├ → pg INSERT orders                   1.60    ▐█▌
    6.00  order          ├ → InventoryService/Reserve OK       14.90      ███████████▌
    7.20  inventory      │ └ InventoryService/Reserve OK       13.00       ██████████
   19.60                 │   │ info   stock held  lines=2
   20.10                 │   │ info   call finished  duration_ms=12.9 rpc_status_code=OK
    8.00  inventory      │   ├ → pg BEGIN                       0.40       ▐▌
    8.50  inventory      │   ├ → pg INSERT reservations         1.90        ██
   10.60  inventory      │   ├ → pg UPDATE stock                2.80         ▐██
   13.60  inventory      │   └ → pg COMMIT                      5.90           ▐████▌
   21.40  order          ├ → InventoryService/Commit OK        13.30                 ▐█████████▌
   22.60  inventory      │ └ InventoryService/Commit OK        11.40                  █████████
   34.00                 │   │ info   call finished  duration_ms=11.3 rpc_status_code=OK
   23.50  inventory      │   └ → pg UPDATE reservations         9.80                   ███████▌
   35.20  order          └ → pg UPDATE orders                   3.10                           ▐██
`;
  assert.equal(render(readMadeUp(orderServices, orderLines)), text.slice(1));
});

test('what kept a trace is told where not everything is kept', () => {
  const header = (...roots: readonly object[]) => {
    const spans = roots.map((attributes, at) => ({ id: at + 1, at, ms: 1, attributes: { ...attributes } }));
    return render(readMadeUp({ a: spans })).split('\n')[2];
  };
  const [reason, probability] = ['sampling.reason', 'sampling.probability'];
  assert.equal(header({ [reason]: 'always', [probability]: 1 }), '');
  assert.equal(header({ [reason]: 'forced', [probability]: 1 }, { [reason]: 'forced' }), 'kept by forced');
  assert.equal(header({ [reason]: 'ratio', [probability]: 0.1 }), 'kept by ratio (probability 0.1)');
  assert.equal(header({ [reason]: '\x1b[2J' }), 'kept by \\e[2J');
});

const promoted = { attributes: { 'sampling.reason': 'promoted:INTERNAL' } };

test('a trace that was kept after the fact says why, and which services did, if not all', () => {
  const [one, two] = [
    { id: 1, at: 0, ms: 9, ...promoted },
    { id: 2, parent: 1, at: 1, ms: 2 },
  ];
  const line = (a: readonly OtlpSpan[], b: readonly OtlpSpan[]) =>
    render(readMadeUp({ a, b })).split('\n')[2];
  assert.equal(line([one], [{ ...two, ...promoted }]), 'kept by promoted:INTERNAL');
  assert.equal(line([one], [two]), 'kept by promoted:INTERNAL (a)');
  const slow = { attributes: { 'sampling.reason': 'promoted:slow' } };
  assert.equal(line([one], [{ ...two, ...slow }]), 'kept by promoted:INTERNAL (a), promoted:slow (b)');
});

test('what a service had let go of before is told once, at its highest', () => {
  const gone = (id: number, count: number) => ({
    ...{ id, at: id, ms: 1 },
    attributes: { ...promoted.attributes, 'sampling.partial': count },
  });
  const text = render(readMadeUp({ a: [gone(1, 1), gone(2, 3)], b: [gone(3, 1)], c: [{ ...gone(4, 0) }] }));
  const told = text.split('\n').filter((row) => row.startsWith('!'));
  assert.deepEqual(told, [
    '! a had let go of 3 spans and lines of this trace before it was kept (sampling.partial).',
    '! b had let go of 1 span or line of this trace before it was kept (sampling.partial).',
  ]);
});

test('a line that was kept after the fact says why only where its span does not', () => {
  const line = { service: 'a', level: 'debug', message: 'tried', flags: '2' };
  const fields = { sampling_reason: 'promoted:INTERNAL' };
  const spans = [
    { id: 1, at: 0, ms: 9, ...promoted },
    { id: 2, parent: 1, at: 1, ms: 2 },
  ];
  const lines = [1, 2].map((span) => ({ ...line, span, at: span, fields }));
  const rows = render(readMadeUp({ a: spans }, lines)).split('\n');
  assert.deepEqual(
    rows.filter((row) => row.includes('debug')).map((row) => row.replace(/.*debug/, 'debug')),
    ['debug  tried', 'debug  tried  sampling_reason=promoted:INTERNAL'],
  );
});

test('a trace that was not kept says so where its lines do', () => {
  const line = { service: 'a', at: 2, span: 2, message: 'refused' };
  assert.match(
    render(readMadeUp({}, [{ ...line, flags: '2' }])),
    /^! This trace was not kept, as its lines say/m,
  );
  assert.match(
    render(readMadeUp({}, [line])),
    /^! The store has no span of this trace: it was not sampled, is/m,
  );
});

test('a failure can be seen without colour, with its reason where it came from', () => {
  const spans: readonly OtlpSpan[] = [
    { id: 1, kind: 3, at: 0, ms: 9, ...call('UNAVAILABLE'), ...failed('no connection') },
    { id: 2, parent: 1, kind: 2, at: 1, ms: 7, ...call('UNAVAILABLE'), ...failed('no connection') },
  ];
  const line = { service: 'a', at: 2, span: 2, level: 'error', message: 'refused' };
  const lines = render(readMadeUp({ a: spans }, [line])).split('\n');
  assert.match(lines[1] ?? '', /^✗ 2 failed · a · 2 spans · /);
  assert.match(lines[4] ?? '', /✗ OrderService\/GetOrder UNAVAILABLE /);
  assert.match(lines[5] ?? '', /└ ✗ OrderService\/GetOrder UNAVAILABLE /);
  assert.match(lines[6] ?? '', /^ {19} {4}✗ no connection$/);
  assert.match(lines[7] ?? '', /^ {4}2\.00 +error {2}refused$/);
});

test('a refusal is a failure of the call, not of the server that refuses', () => {
  const spans: readonly OtlpSpan[] = [
    { id: 1, kind: 3, at: 0, ms: 9, ...call('NOT_FOUND'), ...failed() },
    { id: 2, parent: 1, kind: 2, at: 1, ms: 7, ...call('NOT_FOUND') },
  ];
  const text = render(readMadeUp({ a: spans }));
  assert.match(
    text,
    /✗ 1 failed .*\n[\s\S]* ✗ OrderService\/GetOrder NOT_FOUND [\s\S]*└ OrderService\/GetOrder NOT_FOUND /,
  );
});

test('background work says which requests made it, at most five of them', () => {
  const links = Array.from({ length: 7 }, (_, i) => ({ traceId: `${i}`.repeat(32), spanId: spanId(i + 1) }));
  const text = render(readMadeUp({ a: [{ id: 1, name: 'sweep', at: 0, ms: 9, links }] }));
  assert.match(text, /sweep .*\n +linked to 1{32}\n/);
  assert.doesNotMatch(text, /linked to 6/);
});

test('a trace id that was taken over from another form is shown as the caller wrote it', () => {
  const root = (id: string) => ({ id: 1, at: 0, ms: 9, attributes: { 'mesh.trace.original_id': id } });
  assert.match(
    render(readMadeUp({ a: [root('1541815603606036480')] })),
    /^trace 4bf9\w+ from 1541815603606036480\n/,
  );
  assert.match(render(readMadeUp({ a: [root('\n'.repeat(100))] })), /^trace 4bf9\w+ from (\\n)+\\?…\n/);
});

test('lines whose span is missing stand at the end, marked', () => {
  const lines = [
    { service: 'a', at: 1, span: 77, message: 'lost span' },
    { service: 'b', at: 2, message: 'no span' },
  ];
  const text = render(readMadeUp({ a: [{ id: 1, at: 0, ms: 9 }] }, lines));
  assert.match(
    text,
    /\n\? Log lines whose span is not in the store\n.*\? info {3}lost span\n.*\? info {3}no span\n$/,
  );
});

test('lines without any span are shown with a word on what is missing', () => {
  const text = render(readMadeUp({}, [{ service: 'a', at: 1, span: 1, message: 'hello' }]));
  assert.match(text, /hello/);
  assert.match(text, /! The store has no span of this trace/);
  assert.doesNotMatch(text, /at ms/);
});

test('missing parents and clocks that differ are told', () => {
  const text = render(
    readMadeUp({
      a: [{ id: 1, at: 5, ms: 9 }],
      b: [
        { id: 2, parent: 1, at: 0, ms: 2 },
        { id: 3, parent: 77, at: 6, ms: 1 },
        { id: 4, parent: 78, at: 7, ms: 1 },
      ],
    }),
  );
  assert.match(text, /! 2 spans have a parent that is not in the store/);
  assert.match(text, /! 1 span starts before the parent: the clocks differ/);
  assert.doesNotMatch(text, / -\d/);
});

test('hostile names and lines are printed as escapes and break no row', () => {
  const evil = 'a\n\x1b[2J\u202eb\x9b';
  const spans = [{ id: 1, name: evil, at: 0, ms: 1, attributes: { 'db.query.text': evil }, ...failed(evil) }];
  const line = { service: evil, at: 0, span: 1, level: evil, message: evil, fields: { [evil]: evil } };
  const text = render(readMadeUp({ [evil]: [...spans, { id: 2, name: evil, at: 0, ms: 1 }] }, [line]), 180);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  assert.doesNotMatch(text.replaceAll('\n', ''), /[\x00-\x1f\x7f-\x9f\u202e]/);
  assert.equal(text.split('\n').length, 9);
});

test('no row is wider than the terminal, whatever is in it', () => {
  const wide = '注文'.repeat(100);
  const chain = Array.from({ length: 40 }, (_, i) => ({
    id: i + 1,
    parent: i,
    name: wide,
    at: i,
    ms: 1,
    ...failed(wide),
  }));
  const lines = chain.map(({ id, at }) => ({
    service: wide,
    at,
    span: id,
    message: wide,
    fields: { x: wide },
  }));
  for (const width of [60, 100, 133]) {
    const rows = render(readMadeUp({ [wide]: chain, [`${wide}2`]: [] }, lines), width).split('\n');
    for (const row of rows.filter((r) => !/^[!t]/.test(r))) assert.ok(widthOf(row) <= width, row);
  }
});

test('10 000 spans and lines are cut to what can be read, failures first, and the rest is counted', () => {
  const spans = Array.from({ length: 9999 }, (_, i) => ({ id: i + 2, parent: 1, at: i, ms: 1 }));
  const last = { id: 20_000, parent: 10_000, name: 'the culprit', at: 9999, ms: 1, ...failed() };
  const lines = spans.map(({ id, at }) => ({ service: 'a', at, span: id, message: `line ${id}` }));
  const loud = { service: 'a', at: 9999, span: 20_000, level: 'error', message: 'the reason' };
  const text = render(readMadeUp({ a: [{ id: 1, at: 0, ms: 10_000 }, ...spans, last] }, [...lines, loud]));
  assert.ok(text.split('\n').length < 700);
  assert.match(text, /✗ the culprit/);
  assert.match(text, /error {2}the reason/);
  assert.match(text, /… 9701 more not shown/);
  assert.match(text, /! Not shown: 9701 of 10001 spans and 9700 of 10000 log lines\. --json has them all\./);
});
