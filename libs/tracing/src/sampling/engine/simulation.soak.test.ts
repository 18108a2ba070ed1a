import assert from 'node:assert/strict';
import { test } from 'node:test';
import { size } from '../../testing/size.ts';
import type { Limit } from '../document/sampling-document.ts';
import { documentOf, ratioPolicy } from './testing/document.ts';
import type { OperationWatch } from './testing/operation-watch.ts';
import { Simulation } from './testing/simulation.ts';
import { OPERATIONS } from './testing/traffic.ts';

const SEEDS = 20;
const REQUESTS = size(1_000_000);

const own: Limit = { perSecond: 10, burst: 14 };
const forced: Limit = { perSecond: 1, burst: 2 };

/** Simulations whose windows fit the number of requests a second. */
function simulations(rate: number, overall: Limit, windowSeconds: number, cooldownSeconds: number) {
  const policy = {
    ...ratioPolicy({ ratio: 0.1, ceiling: own }),
    first: { windowSeconds: 10 },
    floor: { perSecond: 0.5 },
    boost: { ratio: 0.5, minFailures: 5, factor: 2, slowMillis: 1000, windowSeconds, cooldownSeconds },
  };
  const document = { ...documentOf({ operations: OPERATIONS, forced, overall }), default: policy };
  const seeds = Array.from({ length: SEEDS }, (_, seed) => seed);
  return seeds.map((seed) => new Simulation({ document, seed, rate, requests: REQUESTS }));
}

/** Together the guarantees are 8.8 a second, and 54 at once. */
const LIMITS = { 1000: { perSecond: 60, burst: 80 }, 20: { perSecond: 9, burst: 60 } };

const RUNS = {
  1000: simulations(1000, LIMITS[1000], 1, 4),
  20: simulations(20, LIMITS[20], 10, 60),
};

/** The same of each operation of each seed. */
function ofAll(runs: readonly Simulation[], value: (watch: OperationWatch) => number): number[] {
  return runs.flatMap(({ operations }) => operations.map(value));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value);
}

for (const rate of [1000, 20] as const) {
  const runs = RUNS[rate];
  const title = `${SEEDS} x ${REQUESTS} requests, ${rate} a second`;

  test(`${title}: no second has more than rate and burst, overall, of an operation, or forced`, () => {
    const most = Math.max(...runs.map(({ kept }) => kept.most));
    assert.ok(most <= LIMITS[rate].perSecond + LIMITS[rate].burst, `${most} overall`);
    const mostOfOne = Math.max(...ofAll(runs, ({ kept }) => kept.most));
    assert.ok(mostOfOne <= own.perSecond + own.burst, `${mostOfOne} of an operation`);
    const mostForced = Math.max(...runs.map((run) => run.forced.most));
    assert.ok(mostForced > 0 && mostForced <= forced.perSecond + forced.burst, `${mostForced} forced`);
  });

  test(`${title}: the floor is met in every window that had so many, and the first is always kept`, () => {
    assert.ok(sum(ofAll(runs, ({ floor }) => floor.full)) > REQUESTS / rate);
    assert.equal(sum(ofAll(runs, ({ floor }) => floor.missed)), 0);
    assert.ok(sum(ofAll(runs, ({ first }) => first.full)) > REQUESTS / rate);
    assert.equal(sum(ofAll(runs, ({ first }) => first.missed)), 0);
    assert.equal(sum(runs.map(({ uncertain }) => uncertain)), 0, 'with probability 1');
  });

  test(`${title}: trouble boosts within its window, and no longer than the cooldown`, () => {
    assert.ok(sum(ofAll(runs, ({ boost }) => boost.due)) >= REQUESTS / 1000);
    assert.equal(sum(ofAll(runs, ({ boost }) => boost.late)), 0);
    assert.equal(sum(ofAll(runs, ({ boost }) => boost.undue)), 0);
  });

  test(`${title}: what was kept and cut tells how many there were`, () => {
    const worst = Math.max(...ofAll(runs, ({ estimate }) => estimate.deviations));
    assert.ok(worst < 4, `${worst} standard errors, of an operation`);
    const worstTotal = Math.max(...runs.map(({ estimate }) => estimate.deviations));
    assert.ok(worstTotal < 4, `${worstTotal} standard errors, in total`);
    const error = sum(runs.map(({ estimate }) => Math.abs(estimate.error))) / SEEDS;
    // A hundredth of the requests has ten times the error.
    assert.ok(error < 0.01 * Math.sqrt(1_000_000 / REQUESTS), `${error}`);
  });

  test(`${title}: the tally counts what was decided`, () => {
    for (const { tally, estimate } of runs) {
      const { ceiling, overall } = tally.cutWeight;
      assert.ok(Math.abs(ceiling + overall - estimate.cutWeight) < 1e-6 * REQUESTS);
      assert.equal(sum([...Object.values(tally.kept), ...Object.values(tally.dropped)]), REQUESTS);
    }
    assert.ok(sum(runs.map(({ estimate }) => estimate.cutWeight)) > 0);
  });
}
