import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSpanMetrics } from './check-span-metrics.ts';
import { makeRepository } from './testing/make-repository.ts';

test('a collector that counts spans fails', (t) => {
  const repository = makeRepository(t, {
    'deploy/otel-collector/collector.yaml': 'connectors:\n  # span_metrics\n  span_metrics/calls: {}\n',
    'deploy/jaeger/jaeger.yaml': 'connectors:\n  spanmetrics: {}\n',
    'deploy/native/otel-collector/builder.yaml': 'connectors:\n  - gomod: x/servicegraphconnector v1\n',
  });
  assert.deepEqual(checkSpanMetrics(repository), [
    'deploy/jaeger/jaeger.yaml:2 counts spans: count calls in the services.',
    'deploy/native/otel-collector/builder.yaml:2 counts spans: count calls in the services.',
    'deploy/otel-collector/collector.yaml:3 counts spans: count calls in the services.',
  ]);
});

test('a panel and a rule that read such counts fail', (t) => {
  const repository = makeRepository(t, {
    'deploy/grafana/dashboards/red.json': '{\n"expr": "rate(traces_spanmetrics_calls_total[5m])"\n}',
    'deploy/prometheus/rules/late.yaml': 'rules:\n  - expr: rate(duration_milliseconds_bucket[5m])\n',
    'deploy/prometheus/rules/mesh.yaml': 'rules:\n  - alert: A\n    expr: rate(calls_total[5m]) > 0\n',
  });
  assert.deepEqual(checkSpanMetrics(repository), [
    'deploy/grafana/dashboards/red.json:2 reads what spans were counted: read what the services count.',
    'deploy/prometheus/rules/late.yaml:2 reads what spans were counted: read what the services count.',
    'deploy/prometheus/rules/mesh.yaml:3 reads what spans were counted: read what the services count.',
  ]);
});

test('a rule may give such a name to what the services count, and spans may be counted on their way', (t) => {
  const repository = makeRepository(t, {
    'deploy/prometheus/rules/monitor.yaml':
      '- record: traces_span_metrics_calls_total\n  expr: rpc_server_call_duration_seconds_count\n',
    'deploy/grafana/dashboards/pipeline.json': '{"expr": "otelcol_exporter_sent_spans_total"}',
  });
  assert.deepEqual(checkSpanMetrics(repository), []);
});
