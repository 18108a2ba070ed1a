import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type Collector, startCollector } from './testing/collector.ts';
import { type Service, startService } from './testing/service.ts';
import { size } from './testing/size.ts';
import { until } from './testing/until.ts';

const OUTAGE_MS = size(30_000);

function isNew(unixNano = 0n): boolean {
  return Date.now() - Number(unixNano / 1_000_000n) < 500;
}

/** Waits until deliveries are up to date, asks it to end, and compares what it has to say with what arrived. */
async function assertNothingIsLost(service: Service, ...collectors: Collector[]): Promise<void> {
  const last = collectors.at(-1);
  await until(() => isNew(last?.spans.at(-1)?.endUnixNano) || undefined, 'a span of now');
  await until(() => isNew(last?.logs.at(-1)?.timeUnixNano) || undefined, 'a line of now');
  service.stop();
  assert.equal((await service.exit).code, 0);
  const { spans, logs } = await service.line('tracing ended');
  const arrived = {
    spans: new Set(collectors.flatMap((collector) => collector.spans.map(({ spanId }) => spanId))).size,
    logs: new Set(
      collectors.flatMap((collector) => collector.logs.map(({ attributes }) => attributes['index'])),
    ).size,
  };
  // One span never ends; two lines have no index.
  const { started } = spans as { started: number };
  assert.ok(started > OUTAGE_MS / 2, `${started} spans are less than 500 a second`);
  assert.deepEqual(spans, { started, exported: started - 1, dropped: { never_ended: 1 }, unknown: 0 });
  assert.deepEqual(logs, { started: started + 1, exported: started + 1, dropped: {}, unknown: 0 });
  assert.deepEqual(arrived, { spans: started - 1, logs: started });
}

function startLoad({ url }: Collector): Service {
  return startService('under-load', {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_TIMEOUT: '1000' },
    args: ['stop', 0, 4],
    limitMs: OUTAGE_MS + 60_000,
  });
}

test('a collector that is gone for 30 s and comes back gets all, and the service keeps sending meanwhile', async () => {
  await using first = await startCollector();
  await using service = startLoad(first);
  await until(() => first.spans[100], 'load');
  await first[Symbol.asyncDispose]();
  await pause(OUTAGE_MS);
  await until(() => /ECONN/.test(service.stderr()) || undefined, 'a failed delivery');
  await using second = await startCollector(() => 200, Number(new URL(first.url).port));
  await until(() => second.spans[100], 'deliveries');
  await until(() => /takes spans again; 0 were lost/.test(service.stderr()) || undefined, 'a good end');
  await assertNothingIsLost(service, first, second);
});

test('a collector that answers nothing for 30 s and then does again gets all', async () => {
  let isAway = false;
  await using collector = await startCollector(() => (isAway ? undefined : 200));
  await using service = startLoad(collector);
  await until(() => collector.spans[100], 'load');
  isAway = true;
  await pause(OUTAGE_MS);
  await until(() => /wait for the collector/.test(service.stderr()) || undefined, 'a failed delivery');
  isAway = false;
  await until(() => /takes spans again; 0 were lost/.test(service.stderr()) || undefined, 'a good end');
  await assertNothingIsLost(service, collector);
});
