import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CaptureTally } from '../capture/capture-tally.ts';
import { measureCapture } from './capture-metrics.ts';

test('each trigger is counted by what became of it, and is there as 0 before it fires', () => {
  const tally = new CaptureTally();
  tally.triggered('INTERNAL', true);
  tally.triggered('INTERNAL', true);
  tally.triggered('slow', false);
  tally.tells.told = 3;
  const metrics = measureCapture(() => ({ bytes: 700, traces: 2, tally }));
  const values = metrics.flatMap(({ name, read }) =>
    read().map(
      ({ value, attributes = {} }) => [[name, ...Object.values(attributes)].join(' '), value] as const,
    ),
  );
  assert.equal(values.length, 2 * 8 + 3 + 5);
  assert.deepEqual(
    values.filter(([, value]) => value > 0),
    [
      ['mesh.capture.triggers INTERNAL promoted', 2],
      ['mesh.capture.triggers slow refused', 1],
      ['mesh.capture.told told', 3],
      ['mesh.capture.bytes', 700],
      ['mesh.capture.traces', 2],
    ],
  );
});
