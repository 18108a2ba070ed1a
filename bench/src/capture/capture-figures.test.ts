import assert from 'node:assert/strict';
import { test } from 'node:test';
import { captureFigures } from './capture-figures.ts';
import type { Slice } from './slice.ts';

const slice = (isOn: boolean, cpuMillis: number): Slice => ({ isOn, cpuMillis, requests: 500, seconds: 2 });

test('each slice is compared with the one beside it, and with no other', () => {
  const figures = captureFigures([
    slice(true, 1.1),
    slice(false, 1),
    // The machine was slow for a while.
    slice(true, 3.3),
    slice(false, 3),
    slice(true, 1.2),
    slice(false, 1),
  ]);
  assert.equal(figures.cpuRatio.value.toFixed(6), '1.100000');
  assert.equal(figures.on.value, 1.2);
  assert.equal(figures.off.value, 1);
  assert.equal(figures.requestsPerSecond, 250);
});

test('a slice without its partner does not count', () => {
  assert.equal(captureFigures([slice(true, 2), slice(false, 1), slice(true, 9)]).cpuRatio.value, 2);
});
