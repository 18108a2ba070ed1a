import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutReason } from './sampling/testing/without-reason.ts';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';

test("a service's own span processor marks spans and cleans them before they are sent; a broken one harms nothing", async () => {
  await using collector = await startCollector();
  await using service = startService('span-processor', {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
  });
  assert.equal((await service.exit).code, 0, service.stderr());
  const [span] = collector.spans;
  assert.deepEqual(withoutReason(span?.attributes ?? {}), { tenant: 'shop-1', ending: true });
  assert.deepEqual((await service.line('shut down'))['seen'], ['work']);
  assert.match(service.stderr(), /A span processor failed\..*a broken processor/);
});

test('a span processor is refused with a sentence where the spans are not ours', async () => {
  for (const options of [{ preload: false }, { env: { OTEL_SDK_DISABLED: 'true' } }]) {
    await using service = startService('span-processor', options);
    assert.equal((await service.exit).code, 0, service.stderr());
    const { error } = await service.line('not added');
    assert.match(JSON.stringify(error), /not made by @mesh\/tracing: start with `--import/);
  }
});
