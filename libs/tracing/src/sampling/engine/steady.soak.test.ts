import assert from 'node:assert/strict';
import { test } from 'node:test';
import { size } from '../../testing/size.ts';
import { deciderOf, START } from './testing/decider.ts';
import { ratioPolicy } from './testing/document.ts';
import { seededRandom } from './testing/seeded-random.ts';

const WINDOW_MS = 10_000;
const WINDOWS = size(100_000);
const SHARE = 0.01;

const boost = {
  ratio: 0.5,
  windowSeconds: WINDOW_MS / 1000,
  minFailures: 5,
  factor: 2,
  cooldownSeconds: 60,
  slowMillis: 1000,
};

/** @returns for each request whether it is one of the steady share: one draw for all up to the next that is */
function steady(random: () => number): () => boolean {
  const draw = () => Math.floor(Math.log(1 - random()) / Math.log(1 - SHARE));
  let others = draw();
  return () => {
    if (others-- > 0) return false;
    others = draw();
    return true;
  };
}

/** @returns in how many windows the operation was boosted of whose requests some fail, and some are slow */
function boostedWindows(rate: number): number {
  const { engine, verdict } = deciderOf({ default: ratioPolicy({ ratio: 0.01, boost }) });
  const { operation } = verdict(0);
  const random = seededRandom(rate * 60);
  const [isFailed, isSlow] = [steady(random), steady(random)];
  const meanGap = 1000 / rate;
  let time = 0;
  let boosted = 0;
  for (let window = 0; window < WINDOWS; window++) {
    for (const end = (window + 1) * WINDOW_MS; time < end; ) {
      operation.ended(isFailed(), isSlow() ? 2000 : 20, START + Math.floor(time));
      time += rate < 100 ? -Math.log(1 - random()) * meanGap : meanGap;
    }
    if (engine.operations(START + (window + 1) * WINDOW_MS - 1)[0]?.isBoosted) boosted++;
  }
  return boosted;
}

/** From one call a minute to a busy operation. */
for (const rate of [1 / 60, 0.05, 0.3, 1, 3, 10, 30, 100, 1000]) {
  const often = `${Number(rate.toPrecision(2))} requests a second`;

  test(`${WINDOWS} windows with 1 % of failures and 1 % of slow ones never boost, at ${often}`, () => {
    assert.equal(boostedWindows(rate), 0);
  });
}
