import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCollector } from './testing/collector.ts';
import { startService } from './testing/service.ts';

test('a gRPC call between two processes is one trace, and the line inside it has the ids of its span', async () => {
  await using collector = await startCollector();
  const env = { MESH_TRUST: 'trust', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  await using server = startService('grpc-server', { env: { ...env, OTEL_SERVICE_NAME: 'order' } });
  const port = await server.port();
  await using client = startService('grpc-client', {
    env: { ...env, OTEL_SERVICE_NAME: 'gateway' },
    args: [port],
  });
  assert.equal((await client.exit).code, 0, client.stderr());
  server.stop();
  assert.equal((await server.exit).code, 0, server.stderr());

  const [called, answered] = collector.spans
    .filter((span) => span.name === 'shop.v1.CartService/List')
    .toSorted((a, b) => b.kind - a.kind);
  assert.ok(called && answered);
  assert.deepEqual([called.kind, answered.kind], [3, 2]);
  assert.equal(called.resource['service.name'], 'gateway');
  assert.equal(answered.resource['service.name'], 'order');
  assert.equal(answered.resource['service.namespace'], 'mesh');
  assert.equal(answered.traceId, called.traceId);
  assert.equal(answered.parentSpanId, called.spanId);

  const line = server.lines.find((found) => found['trace_id'] === answered.traceId);
  assert.deepEqual(
    [line?.['message'], line?.['span_id'], line?.['trace_flags']],
    ['handled', answered.spanId, '03'],
  );
  const traceparent = `00-${answered.traceId}-${answered.spanId}-03`;
  assert.deepEqual((await client.line('answered'))['answer'], { traceparent });
  const record = collector.logs.find((log) => log.spanId === answered.spanId);
  assert.deepEqual([record?.traceId, record?.flags, record?.body], [answered.traceId, 3, 'handled']);
});

test('health checks and reflection make no spans on either side, a business method named Check does', async () => {
  await using collector = await startCollector();
  const env = { MESH_TRUST: 'trust', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  await using server = startService('grpc-server', { env });
  await using client = startService('grpc-client', { env, args: [await server.port()] });
  assert.equal((await client.exit).code, 0, client.stderr());
  server.stop();
  await server.exit;

  assert.deepEqual(collector.spans.map((span) => span.name).toSorted(), [
    'shop.v1.CartService/Check',
    'shop.v1.CartService/Check',
    'shop.v1.CartService/List',
    'shop.v1.CartService/List',
  ]);
});

test('an unsampled call keeps its ids in lines, with the sampled flag off, and sends no span', async () => {
  await using collector = await startCollector();
  const env = {
    MESH_TRUST: 'trust',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_TRACES_SAMPLER: 'parentbased_always_off',
  };
  await using server = startService('grpc-server', { env });
  await using client = startService('grpc-client', { env, args: [await server.port()] });
  await client.exit;
  server.stop();
  await server.exit;

  const line = await server.line('handled');
  assert.match(String(line['trace_id']), /^[0-9a-f]{32}$/);
  assert.equal(line['trace_flags'], '02');
  assert.ok(collector.logs.some((log) => log.traceId === line['trace_id']));
  assert.deepEqual(collector.spans, []);
});
