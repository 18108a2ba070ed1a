import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCollector } from '../testing/collector.ts';
import { startService } from '../testing/service.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const [SERVER, CLIENT] = [2, 3];

test('a request over HTTP, TCP and gRPC is one trace, each span the child of the one before', async () => {
  await using collector = await startCollector();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  await using grpc = startService('grpc-server', { env });
  await using tcp = startService('tcp-server', { env, args: [await grpc.port()] });
  await using http = startService('http-to-tcp', { env, args: [await tcp.port()] });
  const headers = { 'trace-id': TRACE_ID };
  const answer = await fetch(`http://127.0.0.1:${await http.port()}/`, { headers });
  const { traceparent } = (await answer.json()) as { traceparent: string };
  for (const service of [http, tcp, grpc]) {
    service.stop();
    assert.equal((await service.exit).code, 0, service.stderr());
  }

  const { spans } = collector;
  const chain = [spans.find(({ parentSpanId }) => parentSpanId === '')];
  for (let span = chain[0]; span; ) {
    const { spanId } = span;
    span = spans.find(({ parentSpanId }) => parentSpanId === spanId);
    if (span) chain.push(span);
  }
  assert.deepEqual(
    chain.map((span) => [span?.traceId, span?.kind]),
    [SERVER, CLIENT, SERVER, CLIENT, SERVER].map((kind) => [TRACE_ID, kind]),
  );
  assert.equal(chain.length, spans.length);
  assert.deepEqual([chain[1]?.name, chain[2]?.name], ['shop.list', 'shop.list']);
  assert.equal(traceparent, `00-${TRACE_ID}-${chain[4]?.spanId}-01`);
  assert.equal((await collector.log('asked over TCP')).spanId, chain[2]?.spanId);
});
