import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aRecord, aTime, attribute, base64, logsOf, spanId, traceId } from '../testing/telemetry.ts';
import { toLogLines } from './log-line.ts';

test('a record becomes a line, stream labels and structured metadata as in Loki', () => {
  const resource = [
    attribute('service.name', 'order'),
    attribute('service.namespace', 'mesh'),
    attribute('deployment.environment.name', 'dev'),
    attribute('host.name', 'h1'),
  ];
  const ids = { traceId: base64(traceId), spanId: base64(spanId), flags: 1 };
  const record = aRecord('paid', { ...ids, severityText: 'info', observedTimeUnixNano: '7' });
  const scopeLogs = [{ scope: { name: 'winston' }, logRecords: [record] }];
  const [line] = toLogLines({ resourceLogs: [{ resource: { attributes: resource }, scopeLogs }] }, 0n);
  assert.equal(line?.time, aTime);
  assert.equal(line?.line, 'paid');
  const stream = { deployment_environment_name: 'dev', service_name: 'order', service_namespace: 'mesh' };
  assert.deepEqual(Object.fromEntries(line?.stream ?? []), stream);
  assert.deepEqual(Object.fromEntries(line?.metadata ?? []), {
    detected_level: 'info',
    flags: '1',
    host_name: 'h1',
    observed_timestamp: '7',
    scope_name: 'winston',
    severity_number: '9',
    severity_text: 'info',
    span_id: spanId,
    trace_id: traceId,
  });
});

test('attributes become labels: maps leaf by leaf, other characters as underscores, empty ones not at all', () => {
  const item = { kvlistValue: { values: [attribute('sku', 'S'), attribute('1st', { boolValue: true })] } };
  const attributes = [attribute('item', item), attribute('2nd--x', 'y'), attribute('empty', '')];
  const [line] = toLogLines(logsOf('order', aRecord('a', { attributes })), 0n);
  const {
    detected_level: _level,
    severity_number: _number,
    ...labels
  } = Object.fromEntries(line?.metadata ?? []);
  assert.deepEqual(labels, { item_1st: 'true', item_sku: 'S', key_2nd_x: 'y' });
});

test('the time is the record’s, else when it was observed, else now', () => {
  const records = [
    aRecord('a', { observedTimeUnixNano: '7' }),
    aRecord('b', { timeUnixNano: '0', observedTimeUnixNano: '7' }),
    aRecord('c', { timeUnixNano: '0' }),
  ];
  assert.deepEqual(
    toLogLines(logsOf('order', ...records), 42n).map(({ time }) => time),
    [aTime, 7n, 42n],
  );
});

test('metadata that has a stream label’s name gets a suffix', () => {
  const [line] = toLogLines(
    logsOf('order', aRecord('a', { attributes: [attribute('service.name', 'other')] })),
    0n,
  );
  assert.equal(new Map(line?.metadata).get('service_name_extracted'), 'other');
});

test('a resource without a service name is unknown_service', () => {
  const [line] = toLogLines({ resourceLogs: [{ scopeLogs: [{ logRecords: [aRecord('a')] }] }] }, 0n);
  assert.deepEqual(line?.stream, [['service_name', 'unknown_service']]);
});

test('a body that is no string becomes JSON', () => {
  const [line] = toLogLines(
    logsOf('order', aRecord('', { body: { arrayValue: { values: [{ intValue: '1' }] } } })),
    0n,
  );
  assert.equal(line?.line, '[1]');
});

test('an id of a wrong length refuses the request', () => {
  assert.throws(() => toLogLines(logsOf('order', aRecord('a', { spanId: base64('ab') })), 0n), /must have 8/);
});
