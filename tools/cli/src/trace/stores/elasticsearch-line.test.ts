import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readElasticsearchLine } from './elasticsearch-line.ts';

/** As the collector 0.150 writes it. */
const document = {
  '@timestamp': '1795514401123.4000',
  observed_timestamp: '1795514401124.0',
  data_stream: { type: 'logs', dataset: 'generic.otel', namespace: 'default' },
  ...{ severity_text: 'INFO', severity_number: 9 },
  ...{ trace_id: '4bf92f3577b34da6a3ce929d0e0e4736', span_id: '00f067aa0ba902b7' },
  attributes: { 'order.id': 'o-1', 'order.replayed': false, duration_ms: 20.5 },
  resource: { attributes: { 'service.name': 'order', 'service.instance.id': 'x' } },
  scope: { name: '@mesh/tracing' },
  body: { text: 'order placed' },
};
const line = {
  ...{ timeNs: 1_795_514_401_123_004_000n, service: 'order', level: 'info', message: 'order placed' },
  ...{ traceId: document.trace_id, spanId: document.span_id },
  fields: { order_id: 'o-1', order_replayed: 'false', duration_ms: '20.5' },
};

test('a document is a line with the fields that the program wrote, under the names that Loki gives them', () => {
  assert.deepEqual(readElasticsearchLine(document), line);
});

test('attributes that the document nests are the same, and a date is a time too', () => {
  const nested = {
    ...document,
    '@timestamp': '2026-11-24T10:00:01.123004Z',
    attributes: { order: { id: 'o-1', replayed: false }, duration_ms: 20.5 },
    resource: { attributes: { service: { name: 'order' } } },
  };
  assert.deepEqual(readElasticsearchLine(nested), line);
});

test('a document without a time is no line, one without anything else is', () => {
  for (const garbage of [null, {}, { '@timestamp': 'yesterday' }, { '@timestamp': true }]) {
    assert.equal(readElasticsearchLine(garbage), undefined, JSON.stringify(garbage));
  }
  const bare = {
    timeNs: 5_000_000n,
    service: 'unknown',
    level: '',
    message: '',
    traceId: null,
    spanId: null,
  };
  assert.deepEqual(readElasticsearchLine({ '@timestamp': 5 }), { ...bare, fields: {} });
});
