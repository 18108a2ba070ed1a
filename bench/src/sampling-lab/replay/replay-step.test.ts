import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replaySteps } from './replay-step.ts';

test('all meshes are sent the same steps, some of which fail or are slow, many of the orders while there is trouble', () => {
  const take = (seed: number) => replaySteps(seed).take(5000).toArray();
  const steps = take(1);
  assert.deepEqual(take(1), steps);
  assert.notDeepEqual(take(2), steps);

  const orders = steps.map((step, number) => ({ ...step, number })).filter(({ kind }) => kind === 'place');
  const failing = orders.filter(({ faults }) => faults === 'inventory/Reserve:error=INTERNAL');
  const inTrouble = failing.filter(({ number }) => number >= 2000 && number < 2500);
  assert.ok(inTrouble.length > 10 && inTrouble.length > failing.length / 2, `${inTrouble.length}`);
  assert.ok(steps.some(({ faults }) => faults?.endsWith(':delay=1100')));
  assert.ok(steps.some(({ kind }) => kind === 'cancel'));
});
