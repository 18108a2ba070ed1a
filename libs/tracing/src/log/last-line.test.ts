import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startService } from '../testing/service.ts';

async function die(way: string) {
  await using service = startService('dies', {
    args: [way],
    env: { OTEL_TRACES_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' },
  });
  const { code } = await service.exit;
  const own = service.lines.filter(({ message }) => !String(message).startsWith('tracing '));
  return { code, own, first: own[0], last: own.at(-1), stderr: service.stderr() };
}

for (const [way, what] of [
  ['timer', 'uncaught exception'],
  ['tick', 'uncaught exception'],
  ['rejection', 'unhandled rejection'],
  ['handler', 'uncaught exception'],
  ['job', 'unhandled rejection'],
] as const) {
  test(`an error that nobody catches, from a ${way}, is the last line, with the ids of the span in which it was thrown`, async () => {
    const { code, first, last, own, stderr } = await die(way);
    assert.deepEqual([code, own.length], [1, 2]);
    assert.deepEqual([last?.['level'], last?.['message']], ['error', `${what}: nobody catches this`]);
    assert.deepEqual(
      [last?.['trace_id'], last?.['span_id']],
      [first?.['trace_id'] ?? 'none', first?.['span_id'] ?? 'none'],
    );
    const error = last?.['error'] as Record<string, unknown>;
    assert.deepEqual([error['type'], error['message']], ['RangeError', 'nobody catches this']);
    assert.match(String(error['stack']), /dies\.ts/);
    assert.equal((error['cause'] as Record<string, unknown>)['message'], 'the cause');
    assert.match(stderr, /RangeError: nobody catches this/);
  });
}

test('what is thrown and is no error is written as what it is, without its secrets', async () => {
  const { code, last } = await die('text');
  assert.deepEqual([code, last?.['message']], [1, 'uncaught exception']);
  assert.match(String(last?.['thrown']), /^a text with /);
  assert.doesNotMatch(String(last?.['thrown']), /hunter22/);
});

test('a program that handles uncaught exceptions goes on, and no line says that it ended', async () => {
  const { code, own } = await die('handled');
  assert.equal(code, 0);
  assert.deepEqual(
    own.map(({ message }) => message),
    ['before', 'goes on'],
  );
});
