import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Collector, startCollector } from './testing/collector.ts';
import { type Service, startService } from './testing/service.ts';
import { until } from './testing/until.ts';

const COUNT = 4000;
const BURST = 3500;
const names = Array.from({ length: COUNT }, (_, index) => `${index}`);

function work(collector: Collector, env: Record<string, string> = {}) {
  return startService('many-spans', {
    env: { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
    args: [COUNT, BURST],
  });
}

/** Waits until each span and each line is with one of them, and the service has lost nothing. */
async function allArrive(service: Service, ...collectors: Collector[]): Promise<void> {
  const spans = () => new Set(collectors.flatMap((collector) => collector.spans.map(({ name }) => name)));
  const lines = () => new Set(collectors.flatMap((collector) => collector.logs.map(({ body }) => body)));
  const all = (found: Set<unknown>) => names.every((name) => found.has(name));
  await until(() => all(spans()) || undefined, 'every span');
  await until(() => all(lines()) || undefined, 'every line');
  service.stop();
  await service.exit;
  assert.doesNotMatch(service.stderr(), /[1-9]\d* were lost/);
  assert.doesNotMatch(service.stderr(), /are lost/);
}

test('a collector that is killed and comes back gets every span and every line', async () => {
  await using first = await startCollector();
  await using service = work(first);
  await first.span('5');
  await first[Symbol.asyncDispose]();
  await service.line('all done');
  await until(() => /ECONNREFUSED/.test(service.stderr()) || undefined, 'a failed delivery');
  await using second = await startCollector(() => 200, Number(new URL(first.url).port));
  await allArrive(service, first, second);
});

for (const [what, answer] of [
  ['answers nothing', undefined],
  ['answers 429 with Retry-After', 429],
  ['answers 503', 503],
] as const) {
  test(`a collector that ${what} for a while gets every span and every line`, async () => {
    let away = false;
    await using collector = await startCollector(() => (away ? answer : 200));
    await using service = work(collector, { OTEL_EXPORTER_OTLP_TIMEOUT: '500' });
    await collector.span('5');
    away = true;
    await service.line('all done');
    await until(() => /wait for the collector/.test(service.stderr()) || undefined, 'a failed delivery');
    away = false;
    await allArrive(service, collector);
  });
}
