import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { defaultResource } from '@opentelemetry/resources';
import { startSpans } from '../span/testing/start-spans.ts';
import { decodeSpans } from '../testing/otlp.ts';
import { createSpanSink, type SpanSinkOptions } from './span-sink.ts';
import { collectRequests } from './testing/collect-requests.ts';

function createSink(options: Partial<SpanSinkOptions> = {}) {
  const outbox = collectRequests();
  const resource = defaultResource();
  const sink = createSpanSink({ resource, outbox, maxBatchSpans: 3, delayMillis: 1000, ...options });
  const { tracer, sent, provider } = startSpans();
  return {
    outbox,
    sink,
    provider,
    /** Ends a span and gives it to the sink. */
    end(name: string, attributes = {}): void {
      tracer.startSpan(name, { attributes }).end();
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
  const { outbox, end } = createSink({ maxBatchSpans: 512 });
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
  const { outbox, end, sink } = createSink();
  const { one } = startSpans();
  const span = one({ attributes: { a: 1 } });
  Object.defineProperty(span.attributes, 'trap', { enumerable: true, get: () => assert.fail() });
  end('before');
  sink.take(span);
  end('after');
  await sink.flush();
  assert.deepEqual(outbox.names(), [['before', 'after']]);
});

test('of more spans than may wait the newest are lost, until some are delivered', async () => {
  const { outbox, end, sink } = createSink({ maxBatchSpans: 2, maxWaitingSpans: 5 });
  for (let index = 0; index < 8; index++) end(`${index}`);
  await sink.flush();
  assert.deepEqual(outbox.names(), [['0', '1'], ['2', '3'], ['4']]);
  outbox.deliver();
  end('8');
  await sink.flush();
  assert.deepEqual(outbox.names().at(-1), ['8']);
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
  const { outbox, end, sink } = createSink({ maxBatchSpans: 100 });
  for (const text of texts) end(text, { [text]: text });
  await sink.flush();
  const spans = decodeSpans(Buffer.from(outbox.requests[0] ?? []));
  const expected = texts.map((text) => text.toWellFormed());
  assert.deepEqual(
    spans.map(({ name, attributes }) => [name, attributes]),
    expected.map((text) => [text, { [text]: text }]),
  );
});
