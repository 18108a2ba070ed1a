import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-proto';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { type Ports, type Process, portsOf, startProcess } from './testing/process.ts';

const resource = resourceFromAttributes({ 'service.name': 'order', 'service.namespace': 'mesh' });

let running: Process;
let ports: Ports;
let span: Span;

before(async () => {
  running = startProcess();
  ports = await portsOf(running);
  const otlp = `http://127.0.0.1:${ports.OTLP_HTTP_PORT}`;
  const traceExporter = new OTLPTraceExporter({ url: `${otlp}/v1/traces` });
  const logExporter = new OTLPLogExporter({ url: `${otlp}/v1/logs` });
  const tracers = new TracerProvider({
    resource,
    spanProcessors: [new SimpleSpanProcessor({ exporter: traceExporter })],
  });
  const loggers = new LoggerProvider({
    resource,
    processors: [new SimpleLogRecordProcessor({ exporter: logExporter })],
  });
  span = tracers
    .getTracer('shop')
    .startSpan('Reserve', { kind: SpanKind.SERVER, attributes: { 'order.items': 3 } });
  span.addEvent('checked').setStatus({ code: SpanStatusCode.ERROR, message: 'out of stock' }).end();
  const context = trace.setSpan(ROOT_CONTEXT, span);
  loggers.getLogger('shop').emit({ body: 'no stock', severityNumber: 13, severityText: 'warn', context });
  await Promise.all([tracers.shutdown(), loggers.shutdown()]);
});
after(() => running[Symbol.asyncDispose]());

async function getJson<Body>(port: number, path: string): Promise<Body> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  assert.equal(answer.status, 200, path);
  return (await answer.json()) as Body;
}

interface Traces {
  result: { resourceSpans: { scopeSpans: { scope: object; spans: Record<string, unknown>[] }[] }[] };
}

test('a span that the OpenTelemetry SDK exported is read back through Jaeger’s API', async () => {
  const ids = span.spanContext();
  const { result } = await getJson<Traces>(ports.JAEGER_PORT, `/api/v3/traces/${ids.traceId}`);
  const read = result.resourceSpans[0]?.scopeSpans[0];
  assert.deepEqual(read?.scope, { name: 'shop' });
  const { startTimeUnixNano, endTimeUnixNano, events, ...rest } = read?.spans[0] ?? {};
  assert.ok(BigInt(`${startTimeUnixNano}`) <= BigInt(`${endTimeUnixNano}`));
  assert.equal((events as { name: string }[])[0]?.name, 'checked');
  assert.deepEqual(rest, {
    traceId: ids.traceId,
    spanId: ids.spanId,
    name: 'Reserve',
    kind: 2,
    attributes: [{ key: 'order.items', value: { intValue: '3' } }],
    status: { code: 2, message: 'out of stock' },
  });
  assert.deepEqual(await getJson(ports.JAEGER_PORT, '/api/v3/services'), { services: ['order'] });
});

interface Streams {
  data: { result: { stream: Record<string, string>; values: [string, string][] }[] };
}

test('a line that the OpenTelemetry SDK exported is read back through Loki’s API by its trace id', async () => {
  const ids = span.spanContext();
  const query = encodeURIComponent(`{service_name=~".+"} | trace_id="${ids.traceId}"`);
  const { data } = await getJson<Streams>(ports.LOKI_PORT, `/loki/api/v1/query_range?query=${query}`);
  assert.equal(data.result[0]?.values[0]?.[1], 'no stock');
  const { observed_timestamp: observed, ...labels } = data.result[0]?.stream ?? {};
  assert.match(observed ?? '', /^\d{19}$/);
  assert.deepEqual(labels, {
    detected_level: 'warn',
    flags: '1',
    scope_name: 'shop',
    service_name: 'order',
    service_namespace: 'mesh',
    severity_number: '13',
    severity_text: 'warn',
    span_id: ids.spanId,
    trace_id: ids.traceId,
  });
});
