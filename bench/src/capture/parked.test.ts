import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkParked } from './parked.ts';

const full = { bytes: 8_000_000, traces: 900, evicted: 100 };
const older = { ...full, bytes: 7_000_000, evicted: 150 };
const fuller = { ...full, evicted: 200 };

test('where it is on all but the first service have to park something, and what a full ring drops shows that', () => {
  checkParked(true, [full, full, full], [fuller, fuller, full]);
  assert.throws(
    () => checkParked(true, [full, full, full], [fuller, full, full]),
    /with capture on nothing was parked in a service/,
  );
});

test('where it is off nothing may come, but what is old may go', () => {
  checkParked(false, [full], [full]);
  checkParked(false, [full], [older]);
  assert.throws(
    () => checkParked(false, [older], [full]),
    /with capture off something was parked in a service/,
  );
});
