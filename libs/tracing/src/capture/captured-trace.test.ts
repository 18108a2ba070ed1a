import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testParts } from './testing/parts.ts';

test('what fires first decides: a later trigger changes neither the reason nor the budget', () => {
  const parts = testParts();
  const trace = parts.begin('a');
  trace.trigger('slow');
  trace.trigger('INTERNAL');
  assert.equal(trace.verdict, 'slow');
  assert.deepEqual([parts.tally.granted.slow, parts.tally.granted.INTERNAL], [1, 0]);
});

test('without a budget left a trigger is refused, and what is parked waits on', () => {
  const parts = testParts({ limits: { perSecond: 1, burst: 1, ceilingPerSecond: 100 } });
  parts.begin('a').trigger('slow');
  const trace = parts.begin('b');
  parts.park(trace, 'b');
  trace.trigger('slow');
  assert.deepEqual([trace.verdict, trace.isPromoted, trace.text], ['refused', false, 'refused']);
  assert.deepEqual([parts.tally.granted.slow, parts.tally.refused.slow, parts.sent], [1, 1, []]);
  parts.at = 1000;
  trace.trigger('slow');
  assert.equal(trace.verdict, 'refused');
});

test('a promotion that arrives costs no budget here, and counts for more than a refusal', () => {
  const parts = testParts({ limits: { perSecond: 1, burst: 1, ceilingPerSecond: 100 } });
  for (let count = 0; count < 50; count++) {
    const trace = parts.begin(`trace ${count}`);
    trace.hear('refused', 0);
    trace.hear('INTERNAL', 0);
    trace.hear('refused', 0);
    assert.equal(trace.text, 'promoted:INTERNAL');
  }
  const own = parts.begin('own');
  own.trigger('slow');
  assert.equal(own.verdict, 'slow');
  assert.equal(parts.tally.promotedTraces, 51);
});

test('who answered is told once that the trace is kept, unless it said so itself', () => {
  const parts = testParts();
  const trace = parts.begin('a');
  for (const [peer, knows] of [
    ['1', false],
    ['1', false],
    ['2', false],
    ['3', true],
    ['2', true],
  ] as const)
    trace.answered(peer, knows);
  assert.deepEqual(parts.told, []);
  trace.trigger('slow');
  assert.deepEqual(parts.told, ['1 a']);
  trace.answered('4', false);
  trace.answered('4', false);
  trace.answered('5', true);
  assert.deepEqual(parts.told, ['1 a', '4 a']);
});

test('a trace that is kept nowhere tells nobody', () => {
  const parts = testParts({ limits: { perSecond: 0, burst: 0, ceilingPerSecond: 100 } });
  const trace = parts.begin('a');
  trace.answered('1', false);
  trace.trigger('slow');
  trace.answered('2', false);
  assert.deepEqual(parts.told, []);
});

test('who judges by itself for want of an answer is told of a refusal, whichever comes first, and nobody else', () => {
  const parts = testParts({ limits: { perSecond: 0, burst: 0, ceilingPerSecond: 100 } });
  const trace = parts.begin('a');
  trace.answered('1', false);
  trace.unheard('2');
  trace.unheard('2');
  trace.trigger('slow');
  trace.unheard('3');
  assert.deepEqual(parts.told, ['2 a refused', '3 a refused']);
  trace.hear('slow', 0);
  assert.deepEqual(parts.told.slice(2), ['1 a', '2 a', '3 a']);
});

test('a trace that began here and went well is let go with its last span, and one that a caller may tell of is not', () => {
  const parts = testParts();
  const [own, callers] = [parts.begin('own'), parts.begin('callers')];
  for (const trace of [own, callers]) {
    trace.opened(trace === callers);
    trace.opened(false);
    parts.park(trace, 'child');
    trace.closed();
    assert.equal(parts.table.find(trace.traceId), trace);
    parts.park(trace, 'root');
    trace.closed();
  }
  assert.deepEqual([parts.table.find('own'), parts.table.size, parts.tally.evictedItems], [undefined, 1, 0]);
  callers.hear('slow', 0);
  assert.deepEqual(parts.sent, ['child promoted:slow', 'root promoted:slow']);
});

test('a trace with very many replicas tells a hundred of them', () => {
  const parts = testParts();
  const trace = parts.begin('a');
  for (let peer = 0; peer < 300; peer++) trace.answered(String(peer), false);
  trace.trigger('slow');
  trace.answered('late', false);
  assert.equal(parts.told.length, 100);
});

test('who brings a trace to where there is hardly room is told so, and tells those that it had it from', () => {
  const parts = testParts({ limits: { perSecond: 1, burst: 1, ceilingPerSecond: 1 } });
  for (let count = 0; count < 5; count++) parts.begin(`trace ${count}`).hear('slow', 0);
  const trace = parts.begin('a');
  trace.hear('slow', 0);
  trace.answered('1', true);
  assert.deepEqual(parts.told, ['1 a ;1']);
  assert.equal(trace.text, 'promoted:slow;1');
  trace.hear('slow', 3);
  trace.hear('slow', 3);
  trace.hear('slow', 2);
  assert.deepEqual(parts.told.slice(1), ['1 a ;3']);
});
