import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle } from './suspect.ts';

const finding = { rule: 'r', subject: 's', problem: 'p' };

/** A suspect that is broken for the first `looks` looks, and how often it was looked at. */
function suspect(looks: number) {
  const counter = { seen: 0 };
  const lookAgain = async () => {
    counter.seen += 1;
    return counter.seen <= looks ? [finding] : [];
  };
  return { lookAgain, counter };
}

test('without a suspect there is nothing to wait for', async () => {
  assert.deepEqual(await settle([], 60_000), []);
});

test('each suspect is looked at once more, even without any time', async () => {
  const sound = suspect(0);
  assert.deepEqual(await settle([sound, suspect(Number.POSITIVE_INFINITY)], 0), [finding]);
  assert.equal(sound.counter.seen, 1);
});

test('what has become sound is left alone, and nothing is waited for after the last one', async () => {
  const quick = suspect(1);
  const slow = suspect(3);
  assert.deepEqual(await settle([quick, slow], 60_000), []);
  assert.deepEqual([quick.counter.seen, slow.counter.seen], [2, 4]);
});

test('what stays broken until the time is over is a finding', async () => {
  const stubborn = suspect(Number.POSITIVE_INFINITY);
  assert.deepEqual(await settle([stubborn], 500), [finding]);
  assert.ok(stubborn.counter.seen > 1);
});
