import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSamplingDocument } from '../sampling/document/parse-sampling-document.ts';
import { Capture } from './capture.ts';
import { settingsOf } from './settings-of.ts';
import { quietTeller } from './testing/quiet-teller.ts';

const settings = (parts: object) =>
  settingsOf(parseSamplingDocument(JSON.stringify({ version: 1, default: { policy: 'never' }, ...parts })), {
    service: 'order',
    resource: {},
  });

function captureOf(t: { after(end: () => void): void }, parts: object): Capture {
  const capture = new Capture({
    ...settings(parts),
    maxBytes: 1e6,
    maxMillis: 30_000,
    teller: quietTeller(),
  });
  t.after(() => capture.stop());
  return capture;
}

let last = 0;

/** How many of so many failing traces are kept. */
function keptOf(capture: Capture, count: number): number {
  const traces = Array.from({ length: count }, () => capture.begin(`${++last}`.padStart(32, '0')));
  for (const trace of traces) trace?.trigger('INTERNAL');
  return traces.filter((trace) => trace?.isPromoted).length;
}

test('a document switches capture on and off from the next request on', (t) => {
  const capture = captureOf(t, { capture: null });
  assert.equal(keptOf(capture, 1), 0);
  capture.configure(settings({}));
  const begun = capture.begin('a'.repeat(32));
  assert.ok(begun);
  capture.configure(settings({ capture: null }));
  assert.equal(capture.begin('a'.repeat(32)), undefined);
  begun.trigger('INTERNAL');
  assert.ok(begun.isPromoted, 'what had begun before goes on');
});

test('a document sets the budget and what is slow, also while requests come', (t) => {
  const capture = captureOf(t, { capture: { perSecond: 0.0001, burst: 3 } });
  assert.equal(keptOf(capture, 10), 3);
  const rules = [{ name: 'a', match: { operation: 'Place*' }, slowMillis: 20 }];
  capture.configure(settings({ capture: { perSecond: 0.0001, burst: 5 }, rules }));
  assert.equal(keptOf(capture, 10), 2);
  assert.deepEqual(['PlaceOrder', 'GetOrder'].map(capture.slowMillisOf), [20, 1000]);
});
