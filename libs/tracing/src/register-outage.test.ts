import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';
import { until } from './testing/until.ts';

const COUNT = 4000;
const BURST = 3500;
const names = Array.from({ length: COUNT }, (_, index) => `${index}`);

test('a collector that is killed and comes back gets every span and every line, also those of one turn', async () => {
  await using first = await startCollector();
  await using service = startService('many-spans', {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: first.url },
    args: [COUNT, BURST],
  });
  await first.span('5');
  await first[Symbol.asyncDispose]();
  await service.line('all done');
  await until(() => /ECONN/.test(service.stderr()) || undefined, 'a failed delivery');
  await using second = await startCollector(() => 200, Number(new URL(first.url).port));
  const spans = () => new Set([...first.spans, ...second.spans].map(({ name }) => name));
  const lines = () => new Set<unknown>([...first.logs, ...second.logs].map(({ body }) => body));
  const all = (found: Set<unknown>) => names.every((name) => found.has(name)) || undefined;
  await until(() => all(spans()), 'every span');
  await until(() => all(lines()), 'every line');
  assert.doesNotMatch(service.stderr(), /[1-9]\d* were lost|are lost/);
});
