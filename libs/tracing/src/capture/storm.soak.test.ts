import assert from 'node:assert/strict';
import { test } from 'node:test';
import { size } from '../testing/size.ts';
import type { CapturedTrace } from './captured-trace.ts';
import { SimulatedMesh, type SimulatedRequest } from './testing/simulated-mesh.ts';

const STEP_MS = 10;

interface Run {
  readonly mesh: SimulatedMesh;
  /** All that was asked, in that order, and when: ms since the start. */
  readonly requests: { readonly at: number; readonly parts: readonly CapturedTrace[] }[];
}

/** @param each how one of the requests fails */
function run(leaves: number, seconds: number, perSecond: number, each: () => SimulatedRequest): Run {
  const mesh = new SimulatedMesh(leaves);
  const requests: Run['requests'] = [];
  for (let at = 0; at < seconds * 1000; at += STEP_MS) {
    mesh.pass(STEP_MS);
    for (let count = 0; count < (perSecond * STEP_MS) / 1000; count++)
      requests.push({ at, parts: mesh.request(each()) });
  }
  // All that is told has arrived then.
  for (let hops = 0; hops < 10; hops++) mesh.pass(200);
  return { mesh, requests };
}

const isKept = (parts: readonly CapturedTrace[]) => parts.some(({ isPromoted }) => isPromoted);
const isWhole = (parts: readonly CapturedTrace[]) => parts.every(({ isPromoted }) => isPromoted);
const STORM = { failsIn: 3, hasAnswer: true };
const any = (share: number) => Math.random() < share;

test('below the cap every trace that a process keeps is kept by all that had a part in it', () => {
  const { mesh, requests } = run(3, 5 + size(60), 300, () => ({
    failsIn: any(0.05) ? Math.floor(Math.random() * 4) : -1,
    hasAnswer: any(0.7),
  }));
  const kept = requests.filter(({ parts }) => isKept(parts));
  assert.ok(kept.length > 50, `${kept.length} were kept`);
  assert.ok(kept.every(({ parts }) => isWhole(parts)));
  for (const { tally, budget, at } of mesh.processes.values())
    assert.deepEqual(
      [tally.missedTraces, tally.evictedItems > 0, budget.level(at)],
      [0, tally.evictedItems > 0, 0],
    );
});

test('where calls end without an answer, and all are short of budget, none is kept in part', () => {
  const { requests } = run(3, 5 + size(60), 300, () => ({
    failsIn: Math.floor(Math.random() * 4),
    hasAnswer: false,
  }));
  const kept = requests.filter(({ parts }) => isKept(parts));
  assert.ok(kept.length > 100 && kept.length < requests.length / 2, `${kept.length} of ${requests.length}`);
  assert.deepEqual(
    kept.filter(({ parts }) => !isWhole(parts)).map(({ at }) => at),
    [],
  );
});

test('where more is triggered than the cap takes, all keep the same traces, and none in part', () => {
  const seconds = 10 + size(150);
  const { mesh, requests } = run(18, seconds, 1000, () => STORM);
  const kept = requests.filter(({ parts }) => isKept(parts));
  assert.deepEqual(
    kept.filter(({ parts }) => !isWhole(parts)).map(({ at }) => at),
    [],
  );
  assert.ok(kept.length <= 100 * (seconds + 10), `${kept.length} in ${seconds} s`);
  assert.ok(kept.length >= 80 * seconds, `${kept.length} in ${seconds} s`);
  assert.equal(mesh.processes.get('edge')?.tally.missedTraces, 0);
});

test('a storm of sixty processes has traces in part only for as long as word of the level needs', () => {
  const seconds = 4 + size(60);
  const { requests } = run(60, seconds, 3000, () => STORM);
  const kept = requests.filter(({ parts }) => isKept(parts));
  const whole = kept.filter(({ parts }) => isWhole(parts));
  const last = Math.max(0, ...kept.filter(({ parts }) => !isWhole(parts)).map(({ at }) => at));
  // The bursts of all of them come within the first second, three times as much as may come at once.
  assert.ok(last <= 2000, `the last one in part is of ${last} ms`);
  assert.ok(whole.length <= 100 * (seconds + 15), `${whole.length} in ${seconds} s`);
  assert.ok(whole.length >= 1000 + 50 * (seconds - 4), `${whole.length} in ${seconds} s`);
});
