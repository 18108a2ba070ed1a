import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { SpanStatusCode } from '@opentelemetry/api';
import { defaultResource } from '@opentelemetry/resources';
import { createLedger } from '../delivery/ledger.ts';
import { startSpans } from '../span/testing/start-spans.ts';
import { decodeSpans } from '../testing/otlp.ts';
import { createSpanSink, type SpanSinkOptions } from './span-sink.ts';
import { collectRequests } from './testing/collect-requests.ts';

function createSink(options: Partial<SpanSinkOptions> = {}) {
  const outbox = collectRequests();
  const resource = defaultResource();
  const ledger = createLedger();
  const sink = createSpanSink({ resource, outbox, ledger, maxBatchItems: 3, delayMillis: 1000, ...options });
  const { tracer, sent, provider } = startSpans();
  return {
    outbox,
    ledger,
    sink,
    provider,
    /** Ends a span and gives it to the sink. */
    end(name: string, attributes = {}, code = SpanStatusCode.UNSET): void {
      sink.begin();
      tracer.startSpan(name, { attributes }).setStatus({ code }).end();
      for (const span of sent.splice(0)) sink.take(span);
    },
  };
}

test('spans wait until they are many, or long enough, and go in one request', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { outbox, end } = createSink();
  for (const name of ['a', 'b', 'c', 'd']) end(name);
  assert.deepEqual(outbox.names(), [['a', 'b', 'c']]);
  mock.timers.tick(999);
  assert.equal(outbox.requests.length, 1);
  mock.timers.tick(1);
  end('e');
  mock.timers.tick(1000);
  mock.timers.tick(1000);
  assert.deepEqual(outbox.names(), [['a', 'b', 'c'], ['d'], ['e']]);
  mock.timers.reset();
});

test('large spans go before they are many: no request is larger than a collector takes', () => {
  const { outbox, end } = createSink({ maxBatchItems: 512 });
  for (let count = 0; count < 8; count++) end('large', { text: 'x'.repeat(300_000) });
  assert.deepEqual(outbox.names(), [Array(4).fill('large'), Array(4).fill('large')]);
});

test('a flush sends what waits, and nothing where nothing waits', async () => {
  const { outbox, end, sink } = createSink();
  end('a');
  await sink.flush();
  await sink.flush();
  assert.deepEqual(outbox.names(), [['a']]);
});

test('a span that cannot be encoded is lost alone', async () => {
  const { outbox, ledger, end, sink } = createSink();
  const { one } = startSpans();
  const span = one({ attributes: { a: 1 } });
  Object.defineProperty(span.attributes, 'trap', { enumerable: true, get: () => assert.fail() });
  end('before');
  sink.begin();
  sink.take(span);
  end('after');
  await sink.flush();
  assert.deepEqual(outbox.names(), [['before', 'after']]);
  assert.deepEqual(ledger.totals().dropped, { unencodable: 1 });
});

test('while requests wait the next one grows, and goes when it is full or the others are gone', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { outbox, end } = createSink();
  outbox.set({ busy: true });
  end('a');
  mock.timers.tick(5000);
  assert.deepEqual(outbox.names(), []);
  for (const name of ['b', 'c', 'd']) end(name);
  mock.timers.tick(5000);
  assert.deepEqual(outbox.names(), [['a', 'b', 'c']]);
  outbox.set({ busy: false });
  assert.deepEqual(outbox.names(), [['a', 'b', 'c'], ['d']]);
  mock.timers.reset();
});

test('errors go with the others, and apart from them when delivery is behind', async () => {
  const { outbox, end, sink } = createSink({ maxBatchItems: 10 });
  const work = async () => {
    end('fine');
    end('error', {}, SpanStatusCode.ERROR);
    await sink.flush();
  };
  await work();
  outbox.set({ busy: true, behind: true });
  await work();
  outbox.set({ busy: false, behind: false });
  await work();
  const both = ['fine', 'error'];
  assert.deepEqual(outbox.names(), [both, ['error'], ['fine'], both]);
  assert.deepEqual(
    outbox.batches.map(({ isImportant }) => isImportant),
    [true, true, false, true],
  );
});

test('text of any kind arrives well-formed and whole, in whatever field', async () => {
  const texts = [
    '\ud800',
    'a\udc00b',
    '\0',
    '€'.repeat(42),
    'é'.repeat(100),
    '𝄞'.repeat(6000),
    'x'.repeat(70_000),
  ];
  const { outbox, end, sink } = createSink({ maxBatchItems: 100 });
  for (const text of texts) end(text, { [text]: text });
  await sink.flush();
  const spans = decodeSpans(Buffer.from(outbox.requests[0] ?? []));
  const expected = texts.map((text) => text.toWellFormed());
  assert.deepEqual(
    spans.map(({ name, attributes }) => [name, attributes]),
    expected.map((text) => [text, { [text]: text }]),
  );
});
