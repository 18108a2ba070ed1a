import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recorder } from '../terminal/recorder.ts';
import { runTrace } from './run-trace.ts';
import { fakeJaeger, fakeLoki, serveFake } from './testing/back-ends.ts';
import { fakeElasticsearch } from './testing/elasticsearch.ts';
import { orderLines } from './testing/order-lines.ts';
import { longAgoNs, orderServices, traceId } from './testing/order-trace.ts';
import { zipkinTrace } from './testing/zipkin.ts';

const nowhere = { GATEWAY_URL: 'http://127.0.0.1:1' };

async function trace(args: string[], env: Record<string, string>) {
  const terminal = recorder();
  const code = await runTrace(args, { ...nowhere, ...env }, terminal);
  return { code, out: terminal.out(), complaints: terminal.complaints.join('\n') };
}

test('lines from Elasticsearch are those from Loki, also where they were delivered twice', async (t) => {
  const spans = { JAEGER_URL: await serveFake(t, fakeJaeger()) };
  const loki = await serveFake(t, fakeLoki([...orderLines, ...orderLines.slice(2, 4)]));
  const elasticsearch = await serveFake(t, fakeElasticsearch([...orderLines, ...orderLines.slice(0, 2)]));
  const byLoki = await trace([traceId, '--json'], { ...spans, LOKI_URL: loki });
  assert.equal(JSON.parse(byLoki.out).lines.length, 8);
  assert.deepEqual(await trace([traceId, '--json'], { ...spans, ELASTICSEARCH_URL: elasticsearch }), byLoki);
});

test('spans from Zipkin are read instead of those from Jaeger', async (t) => {
  const zipkin = await serveFake(t, ({ pathname }) =>
    pathname === `/api/v2/trace/${traceId}`
      ? { json: zipkinTrace(longAgoNs, orderServices) }
      : { status: 404, text: 'trace not found' },
  );
  const env = { ZIPKIN_URL: zipkin, LOKI_URL: await serveFake(t, fakeLoki(orderLines)) };
  const { code, out } = await trace([traceId], env);
  assert.equal(code, 0);
  assert.match(out, /gateway → order → inventory · 14 spans · 8 log lines/);
  assert.match(out, /POST \/v1\/orders 201[\s\S]*→ pg INSERT orders/);
});

test('an id that neither of them knows is a sentence that names them, exit code 1', async (t) => {
  const zipkin = await serveFake(t, () => ({ status: 404, text: 'trace not found' }));
  const env = { ZIPKIN_URL: zipkin, ELASTICSEARCH_URL: await serveFake(t, fakeElasticsearch([])) };
  const { code, out, complaints } = await trace(['f'.repeat(32)], env);
  assert.deepEqual([code, out], [1, '']);
  assert.match(complaints, /^Trace f{32} is not known: no span in Zipkin at \S+, no log line in Elastic/);
});
