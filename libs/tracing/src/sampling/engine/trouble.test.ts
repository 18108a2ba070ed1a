import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Boost } from '../document/sampling-document.ts';
import { boostedRatio } from './boosted-ratio.ts';
import { deciderOf, START } from './testing/decider.ts';
import { documentOf, ratioPolicy } from './testing/document.ts';

const WINDOW_MS = 10_000;

const boost: Boost = {
  ratio: 0.64,
  windowSeconds: WINDOW_MS / 1000,
  minFailures: 5,
  factor: 2,
  cooldownSeconds: 30,
  slowMillis: 1000,
};

/** An operation that did well for 60 windows of 100 requests. */
function healthy(ratio = 0.04, changed: Partial<Boost> = {}) {
  const policy = ratioPolicy({ ratio, boost: { ...boost, ...changed } });
  const { engine, verdict, decide } = deciderOf({ default: policy });
  const { operation } = verdict(0);
  const ended = (millis: number, isFailed: boolean, duration = 20) =>
    operation.ended(isFailed, duration, START + millis);
  for (let count = 0; count < 6_000; count++) ended(count * (WINDOW_MS / 100), count % 100 === 0);
  const report = (millis: number) => {
    const [{ ratio, isBoosted } = { ratio: -1, isBoosted: false }] = engine.operations(START + millis);
    return isBoosted ? `boosted ${Number(ratio.toPrecision(3))}` : ratio;
  };
  return { engine, decide, ended, report, start: 60 * WINDOW_MS };
}

test('a boost begins with the failure that makes it trouble, not with the next second', () => {
  const { ended, decide, report, start } = healthy();
  const outcome = (millis: number) => decide(millis, { randomness: '60000000000000' });
  for (let count = 0; count < 100; count++) ended(start, false);
  assert.equal(outcome(start), '-ratio');
  const failures = Array.from({ length: 20 }, () => ended(start, true));
  assert.equal(outcome(start), 'boost');
  assert.equal(report(start + failures.length), 'boosted 0.64');
});

test('a boost goes back by the same factor with each window, within the cooldown', () => {
  const { ended, report, start } = healthy();
  for (let count = 0; count < 20; count++) ended(start, true);
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((windows) => report(start + windows * WINDOW_MS)),
    ['boosted 0.64', 'boosted 0.32', 'boosted 0.16', 'boosted 0.08', 0.04],
  );
});

test('slow requests are trouble like failures', () => {
  const { ended, report, start } = healthy();
  for (let count = 0; count < 20; count++) ended(start, false, 1001);
  assert.equal(report(start), 'boosted 0.64');
});

test('less than the least number of failures is no trouble, however rare they were', () => {
  const { ended, report, start } = healthy(0.04, { minFailures: 8 });
  for (let count = 0; count < 7; count++) ended(start, true);
  assert.equal(report(start), 0.04);
  ended(start, true);
  assert.equal(report(start), 'boosted 0.64');
});

test('twice the usual share is no trouble where chance may have made it', () => {
  const { ended, report, start } = healthy();
  for (let count = 0; count < 500; count++) ended(start, count % 50 === 0);
  assert.equal(report(start), 0.04);
});

test('trouble goes on with so few failures that they would not begin it', () => {
  const { ended, report, start } = healthy();
  const window = (index: number, failures: number) => {
    for (let count = 0; count < 100; count++) ended(start + index * WINDOW_MS, count < failures);
    return report(start + index * WINDOW_MS);
  };
  assert.deepEqual([window(0, 6), window(1, 40)], [0.04, 'boosted 0.64']);
  assert.deepEqual([window(2, 6), window(3, 4)], ['boosted 0.64', 'boosted 0.32']);
});

test('trouble that stays becomes usual, and boosts no more', () => {
  const { ended, report, start } = healthy();
  let last = 0;
  for (let window = 0; window < 200; window++) {
    const from = start + window * WINDOW_MS;
    for (let count = 0; count < 100; count++) ended(from, count % 2 === 0);
    if (report(from) !== 0.04) last = window;
  }
  assert.ok(last > 10 && last < 60, `the last boosted window was ${last}`);
});

test('an operation that keeps nothing by its ratio is boosted, too, and keeps nothing afterwards', () => {
  const { ended, report, start } = healthy(0);
  for (let count = 0; count < 20; count++) ended(start, true);
  assert.deepEqual([report(start), report(start + 4 * WINDOW_MS)], ['boosted 0.64', 0]);
});

test('a new document with the same windows leaves what is usual, and the trouble, as they are', () => {
  const { engine, ended, report, start } = healthy();
  for (let count = 0; count < 20; count++) ended(start, true);
  engine.configure(documentOf({ default: ratioPolicy({ ratio: 0.1, boost: { ...boost, ratio: 0.8 } }) }));
  assert.equal(report(start), 'boosted 0.8');
  engine.configure(documentOf({ default: ratioPolicy({ ratio: 0.1, boost: { ...boost, slowMillis: 10 } }) }));
  assert.equal(report(start), 'boosted 0.64');
  engine.configure(documentOf({ default: ratioPolicy({ ratio: 0.1 }) }));
  assert.equal(report(start), 0.1);
});

test('what was not slow before is no trouble at once when it is by a new document', () => {
  const { engine, ended, report, start } = healthy();
  const policy = ratioPolicy({ ratio: 0.04, boost: { ...boost, slowMillis: 10 } });
  engine.configure(documentOf({ default: policy }));
  assert.equal(report(start), 0.04);
  for (let count = 0; count < 8; count++) ended(start, false);
  assert.equal(report(start), 0.04);
});

test('a cooldown that is shorter than a window ends with it', () => {
  assert.deepEqual(
    [0, 1].map((windows) => boostedRatio(0.01, { ...boost, cooldownSeconds: 5 }, windows)),
    [0.64, 0.01],
  );
});
