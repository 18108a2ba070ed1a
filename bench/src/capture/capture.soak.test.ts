import assert from 'node:assert/strict';
import { test } from 'node:test';
import { captureFigures } from './capture-figures.ts';
import { captureTable } from './capture-table.ts';
import { measureCapture } from './measure-capture.ts';

// biome-ignore lint/style/noProcessEnv: tests have no main that could hand it in
const isWhole = Boolean(process.env['SOAK']);

/** Whole: the bar. In `npm test` four short slices, which say nothing of the cost, but all of the rest. */
const PLAN = isWhole
  ? { slices: 120, sliceMillis: 2000, warmUpMillis: 8000 }
  : { slices: 4, sliceMillis: 100, warmUpMillis: 200 };

test('to park spans and debug lines costs at most a twentieth, on and off in the same processes, and all arrives', async (t) => {
  const figures = captureFigures(await measureCapture({ ...PLAN, hasDetail: true }, () => {}));
  t.diagnostic(captureTable(figures));
  const { cpuRatio, on, off } = figures;
  assert.ok(on.value > 0 && off.value > 0 && Number.isFinite(cpuRatio.value));
  if (!isWhole) return;
  assert.ok(cpuRatio.value <= 1.05, `the median is ${cpuRatio.value}`);
  assert.ok((cpuRatio.interval?.[1] ?? Number.NaN) <= 1.08, `the interval is ${cpuRatio.interval}`);
});
