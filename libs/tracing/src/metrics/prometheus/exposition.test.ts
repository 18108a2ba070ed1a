import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { DurationSeries } from '../duration-series.ts';
import type { Metric } from '../metric.ts';
import { createExposition } from './create-exposition.ts';

const resource = resourceFromAttributes({ 'service.name': 'order', 'host.name': 'a"b\\c\nd' });

function gauge(name: string, unit: string): Metric {
  return { name, description: 'A value.', unit, kind: 'gauge', read: () => [{ value: 0.5 }] };
}

const counter: Metric = {
  name: 'process.cpu.time',
  description: 'Time.',
  unit: 's',
  kind: 'counter',
  read: () => [{ value: 3, attributes: { 'cpu.mode': 'user' } }],
};

function calls(): Metric {
  const series = new DurationSeries({ 'rpc.method': 'shop.Stock/Get' }, 'OK', undefined);
  series.add(0.004, undefined);
  series.add(2, { traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: 1 });
  const text = { name: 'rpc.server.call.duration', description: 'Calls.', unit: 's' };
  return { ...text, kind: 'histogram', read: () => [series] };
}

/** Without what is said of the target. */
function linesOf(metric: Metric, format: 'prometheus' | 'openmetrics' = 'prometheus'): string[] {
  return createExposition(resource, [metric])(format).split('\n').slice(3);
}

test('names have the units that they get over OTLP', () => {
  const nameOf = (metric: Metric) => linesOf(metric)[1]?.split(' ')[2];
  assert.equal(nameOf(gauge('nodejs.eventloop.utilization', '1')), 'nodejs_eventloop_utilization_ratio');
  assert.equal(nameOf(gauge('nodejs.eventloop.delay.p99', 's')), 'nodejs_eventloop_delay_p99_seconds');
  assert.equal(nameOf(gauge('process.memory.usage', 'By')), 'process_memory_usage_bytes');
  assert.equal(nameOf(gauge('mesh.capture.bytes', 'By')), 'mesh_capture_bytes');
  assert.equal(nameOf(gauge('otel.sdk.span.live', '{span}')), 'otel_sdk_span_live');
  assert.equal(nameOf(counter), 'process_cpu_time_seconds_total');
});

test('a counter has its family in OpenMetrics, and the name of its samples in the older text', () => {
  const sample = 'process_cpu_time_seconds_total{service_name="order",cpu_mode="user"} 3';
  assert.deepEqual(linesOf(counter), [
    '# HELP process_cpu_time_seconds_total Time.',
    '# TYPE process_cpu_time_seconds_total counter',
    sample,
    '',
  ]);
  assert.deepEqual(linesOf(counter, 'openmetrics'), [
    '# HELP process_cpu_time_seconds Time.',
    '# TYPE process_cpu_time_seconds counter',
    sample,
    '# EOF',
    '',
  ]);
});

test('each bucket has the calls of those below it, and in OpenMetrics its exemplar', () => {
  const bucket =
    'rpc_server_call_duration_seconds_bucket{service_name="order",rpc_method="shop.Stock/Get",le=';
  const [low, high] = [linesOf(calls()), linesOf(calls(), 'openmetrics')];
  assert.equal(
    low.find((line) => line.includes('le="1.0"')),
    `${bucket}"1.0"} 1`,
  );
  assert.equal(
    low.find((line) => line.includes('le="2.5"')),
    `${bucket}"2.5"} 2`,
  );
  const [sample, exemplar] = (high.find((line) => line.includes('le="2.5"')) ?? '').split(' # ');
  assert.equal(sample, `${bucket}"2.5"} 2`);
  const ids = `{trace_id="${'1'.repeat(32)}",span_id="${'2'.repeat(16)}"}`;
  assert.match(exemplar ?? '', new RegExp(`^${ids} 2 \\d{10}(\\.\\d+)?$`));
  assert.equal(high.filter((line) => line.includes(' # ')).length, 1);
  assert.match(low.find((line) => line.includes('_count')) ?? '', / 2$/);
  assert.match(low.find((line) => line.includes('_sum')) ?? '', / 2\.004$/);
});

test('what is said of the process cannot break a line', () => {
  const [, , target] = createExposition(resource, [])('prometheus').split('\n');
  assert.equal(target, 'target_info{service_name="order",host_name="a\\"b\\\\c\\nd"} 1');
});

test('what somebody calls his attributes makes no text that Prometheus refuses', () => {
  const odd = resourceFromAttributes({ 'a.b': 1, a_b: 2, '1st': 'x' });
  const [, , target] = createExposition(odd, [])('prometheus').split('\n');
  assert.equal(target, 'target_info{a_b="1;2",key_1st="x"} 1');
});
