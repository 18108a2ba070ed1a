import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';

const internal = 1;
const failed = 2;

test('background work is a root of its own, linked to the span that made it, and lines and spans are inside', async () => {
  await using collector = await startCollector();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  await using service = startService('background', { env });
  assert.equal((await service.exit).code, 0, service.stderr());
  const [request, sweep, query] = await Promise.all(['request', 'sweep', 'query'].map(collector.span));
  assert.deepEqual([sweep?.kind, sweep?.parentSpanId, sweep?.status], [internal, '', 0]);
  assert.notEqual(sweep?.traceId, request?.traceId);
  // The three that are no ids make no link.
  assert.deepEqual(sweep?.links, [{ traceId: request?.traceId, spanId: request?.spanId }]);
  assert.deepEqual([query?.traceId, query?.parentSpanId], [sweep?.traceId, sweep?.spanId]);
  for (const message of ['swept', 'rested']) {
    const line = await service.line(message);
    assert.deepEqual([line['trace_id'], line['span_id']], [sweep?.traceId, sweep?.spanId]);
  }
  const after = await service.line('answer');
  assert.deepEqual([after['trace_id'], after['span_id']], [request?.traceId, request?.spanId]);
});

test('work that rejects or throws is an error of its span and of its caller', async () => {
  await using collector = await startCollector();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  await using service = startService('background', { env });
  for (const name of ['late', 'early']) {
    const { status, events } = await collector.span(name);
    assert.equal(status, failed);
    assert.equal(events[0]?.name, 'exception');
    assert.equal(events[0]?.attributes['exception.type'], 'TypeError');
    assert.equal((await service.line(`${name} failed`))['reason'], 'TypeError: not today');
  }
});

test('without the preload the work runs, and has no ids', async () => {
  await using service = startService('background', { preload: false });
  assert.equal((await service.exit).code, 0, service.stderr());
  assert.equal((await service.line('answer'))['answer'], 42);
  assert.deepEqual(
    service.lines.filter((line) => 'trace_id' in line),
    [],
  );
});
