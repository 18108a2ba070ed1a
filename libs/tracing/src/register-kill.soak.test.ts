import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';
import { size } from './testing/size.ts';
import { until } from './testing/until.ts';

/** What ended longer before the kill has arrived. */
const MARGIN_MS = 100;

/** The indexes of the work that was done long enough before the kill. */
function doneBefore(lines: readonly Record<string, unknown>[], time: number): unknown[] {
  return lines
    .filter(({ message, timestamp }) => message === 'worked' && Date.parse(String(timestamp)) < time)
    .map(({ index }) => index);
}

test('a process that is killed under load has delivered all spans and lines but those of its last 100 ms', async (t) => {
  await using collector = await startCollector();
  for (let round = 0; round < size(200); round++) {
    await using service = startService('under-load', {
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_METRICS_EXPORTER: 'none' },
      args: ['stop'],
    });
    await until(() => service.stdout().length > 80_000 + round * 997 || undefined, service.stderr());
    const killedAt = Date.now();
    await service[Symbol.asyncDispose]();
    const done = doneBefore(service.lines, killedAt - MARGIN_MS);
    const isIn = (records: readonly { readonly attributes: Record<string, unknown> }[]) => {
      const found = new Set(records.map(({ attributes }) => attributes['index']));
      return done.every((index) => found.has(index)) || undefined;
    };
    await until(() => isIn(collector.spans), `all of ${done.length} spans`);
    await until(() => isIn(collector.logs), `all of ${done.length} lines`);
    t.diagnostic(`${done.length} of ${service.lines.length}`);
    assert.ok(done.length > 100);
    collector.spans.length = 0;
    collector.logs.length = 0;
  }
});
