import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startCollector } from '../testing/collector.ts';
import { type Line, startService } from '../testing/service.ts';

const place = { 'mesh.fault.method': 'inventory/Commit' };
const expected = [
  { ...place, 'mesh.fault.kind': 'delay', 'mesh.fault.delay_ms': 250 },
  { ...place, 'mesh.fault.kind': 'error', 'mesh.fault.status_code': 'INTERNAL' },
  { ...place, 'mesh.fault.kind': 'lost' },
];

/** What the line says beside what every line does. */
function fieldsOf(line: Line): object {
  return Object.fromEntries(Object.entries(line).filter(([name]) => name.startsWith('mesh.fault.')));
}

test('a fault is an event of its span and a line with the ids of that', async () => {
  await using collector = await startCollector();
  await using service = startService('faults', { env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  assert.equal((await service.exit).code, 0, service.stderr());
  const { events, traceId, spanId } = await collector.span('call');
  assert.deepEqual(
    events.map(({ name, attributes }) => [name, attributes]),
    expected.map((attributes) => ['fault.injected', attributes]),
  );
  const lines = service.lines.filter(({ message }) => message === 'fault injected');
  assert.deepEqual(lines.map(fieldsOf), [...expected, expected[2]]);
  assert.deepEqual(
    lines.map((line) => [line['level'], line['trace_id'], line['span_id']]),
    [...expected.map(() => ['warn', traceId, spanId]), ['warn', undefined, undefined]],
  );
  assert.equal((await collector.log('fault injected')).traceId, traceId);
});
