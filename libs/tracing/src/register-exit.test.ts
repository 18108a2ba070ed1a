import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Totals } from './delivery/ledger.ts';
import { startCollector } from './testing/collector.ts';
import { type Fault, startFaultyCollector } from './testing/faulty-collector.ts';
import { type Line, startService } from './testing/service.ts';
import { size } from './testing/size.ts';
import { until } from './testing/until.ts';

const LIMIT_MS = 2_500;
const ATTEMPT_MS = 450;

type Summary = Pick<Totals, 'started' | 'exported' | 'dropped' | 'unknown'>;

/**
 * Ends it under load: in a handler of SIGTERM that stops the work, ends the process at once, or throws.
 *
 * @param rounds how long it works before, at a quarter of a second each
 */
async function endUnderLoad(url: string, how: 'stop' | 'exit' | 'throw', exitCode = 0, rounds = 1) {
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_SERVICE_NAME: 'loaded' };
  await using service = startService('under-load', { env, args: [how, exitCode] });
  await until(() => service.stdout().length > rounds * 40_000 || undefined, `load: ${service.stderr()}`);
  service.stop();
  const { code } = await service.exit;
  const stopped = await service.line('stopped');
  const output = how === 'throw' ? service.stderr() : service.stdout();
  const ended = output.split('\n').filter((line) => line.includes('"tracing ended"'));
  assert.equal(ended.length, 1, `it is said once: ${service.stderr()}`);
  const { timestamp, level, spans, logs } = JSON.parse(ended[0] ?? '') as Line &
    Record<'spans' | 'logs', Summary>;
  return { code, level, spans, logs, ms: timeOf(timestamp) - timeOf(stopped['timestamp']), service };
}

function timeOf(timestamp: unknown): number {
  return Date.parse(String(timestamp));
}

function assertAddsUp({ started, exported, dropped, unknown }: Summary): void {
  const lost = Object.values(dropped).reduce((sum, count) => sum + count, 0);
  assert.equal(started, exported + lost + unknown);
  assert.ok(started > 100, `${started} is no load`);
}

/** What a fault makes of some of the spans, and of some of the lines; no other reasons but these. */
const FAULTS: readonly [Fault, readonly string[]][] = [
  ['refuses', ['shutdown']],
  ['hangs', ['shutdown', 'unknown']],
  ['is slow', ['exported', 'shutdown', 'unknown']],
  ['is gone', ['shutdown']],
  ['answers garbage', ['shutdown', 'unknown']],
  ['answers half', ['shutdown', 'unknown']],
  ['is unavailable', ['shutdown', 'unknown']],
  ['answers 413', ['rejected']],
];

/** @returns of spans or of lines what became of some of them and should not have */
function unexpectedFates({ exported, unknown, dropped }: Summary, fates: readonly string[]): string[] {
  const found = Object.entries({ exported, unknown, ...dropped }).filter(([, count]) => count > 0);
  return found.map(([fate]) => fate).filter((fate) => !fates.includes(fate));
}

suite('a service under load ends in time with its exit code, and nothing is unaccounted for', {
  concurrency: 3,
}, () => {
  for (const [fault, fates] of FAULTS) {
    test(`where the collector ${fault}`, async () => {
      await using collector = await startFaultyCollector(fault);
      for (let round = 0; round < size(10); round++) {
        const exitCode = round % 2 === 0 ? 7 : 0;
        const { code, level, spans, logs, ms } = await endUnderLoad(
          collector.url,
          'stop',
          exitCode,
          1 + round,
        );
        assert.deepEqual([code, level], [exitCode, 'warn']);
        assert.ok(ms < LIMIT_MS, `it took ${ms} ms`);
        for (const summary of [spans, logs]) assertAddsUp(summary);
        assert.deepEqual(unexpectedFates(logs, fates), []);
        assert.deepEqual(unexpectedFates(spans, [...fates, 'never_ended']), []);
        assert.equal(spans.dropped.never_ended, 1);
      }
    });
  }
});

for (const [how, exitCode] of [
  ['stop', 7],
  ['exit', 7],
  ['throw', 1],
] as const) {
  test(`under load all arrives where a process ends by ${how}, and it says so`, async (t) => {
    await using collector = await startCollector();
    const { code, spans, logs, ms, service } = await endUnderLoad(collector.url, how, 7);
    assert.equal(code, exitCode);
    for (const summary of [spans, logs]) assertAddsUp(summary);
    // A process that ends at once waits for half a second: on a machine without time nothing need arrive in that.
    if (how !== 'stop' && ms > ATTEMPT_MS) return t.skip(`not looked at what arrived: it took ${ms} ms`);
    assert.deepEqual(spans.dropped, { never_ended: 1 });
    assert.deepEqual(logs.dropped, {});
    assert.equal(collector.spans.length, spans.started - 1);
    assert.equal(collector.logs.length, logs.started);
    if (how === 'throw') {
      assert.match(String(service.lines.at(-1)?.['message']), /^uncaught exception/);
      assert.match(String(collector.logs.at(-1)?.body), /^uncaught exception/);
    }
  });
}

test('a process that ends at once is held for half a second by a collector that does not answer', async () => {
  await using collector = await startFaultyCollector('hangs');
  const { code, spans, logs, ms } = await endUnderLoad(collector.url, 'exit', 7);
  assert.equal(code, 7);
  assert.ok(ms < 1_500, `it took ${ms} ms`);
  for (const summary of [spans, logs]) assertAddsUp(summary);
});

test('a process that may start no thread ends with its exit code, and says what it lost', async () => {
  await using collector = await startFaultyCollector('hangs');
  await using service = startService('lines-at-the-end', {
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      NODE_OPTIONS: '--permission --allow-fs-read=*',
    },
    args: ['exit'],
  });
  assert.equal((await service.exit).code, 3);
  const { logs } = await service.line('tracing ended');
  assert.deepEqual(logs, { started: 2, exported: 0, dropped: { shutdown: 2 }, unknown: 0 });
});
