import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReport } from './report.ts';

test('a program goes on where the doctor that asked for the report has gone, with its folder', () => {
  const report = createReport(`${import.meta.filename}/gone/report`);
  assert.doesNotThrow(() => report.write({ kind: 'looked' }));
});
