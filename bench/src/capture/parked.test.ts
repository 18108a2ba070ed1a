import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkParked } from './parked.ts';

const full = { bytes: 8_000_000, traces: 900, evicted: 100 };
const older = { ...full, bytes: 7_000_000, evicted: 150 };
const fuller = { ...full, evicted: 200 };

test('where it is on each service has to park something, and what a full ring drops shows that', () => {
  checkParked(true, [full, full], [fuller, fuller]);
  assert.throws(
    () => checkParked(true, [full, full], [fuller, full]),
    /with capture on nothing was parked in service 2/,
  );
});

test('where it is off nothing may come, but what is old may go', () => {
  checkParked(false, [full], [full]);
  checkParked(false, [full], [older]);
  assert.throws(
    () => checkParked(false, [older], [full]),
    /with capture off something was parked in service 1/,
  );
});
