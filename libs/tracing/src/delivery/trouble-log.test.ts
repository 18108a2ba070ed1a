import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTroubleLog } from './trouble-log.ts';

test('a collector that takes each second batch only is told of every ten seconds, with all that was lost', (t) => {
  let time = 0;
  t.mock.method(performance, 'now', () => time);
  const reports: string[] = [];
  const trouble = createTroubleLog('spans', (sentence) => reports.push(sentence));
  for (; time <= 20_000; time += 100) {
    if (time % 200 === 0) trouble.lost(1, `too old ${time}`);
    else trouble.over();
  }
  assert.deepEqual(reports, [
    'spans are lost: too old 0',
    'the collector takes spans again; 1 were lost',
    'spans are lost: too old 10000',
    'the collector takes spans again; 50 were lost',
    'spans are lost: too old 20000',
  ]);
});

test('an outage is told once, however long, and so is what is lost in it', (t) => {
  let time = 0;
  t.mock.method(performance, 'now', () => time);
  const reports: string[] = [];
  const trouble = createTroubleLog('spans', (sentence) => reports.push(sentence));
  for (; time < 60_000; time += 5_000) {
    trouble.waits('ECONNREFUSED');
    trouble.lost(2, 'too much waits');
  }
  trouble.over();
  assert.deepEqual(reports, [
    'spans wait for the collector: ECONNREFUSED',
    'spans are lost: too much waits',
    'the collector takes spans again; 24 were lost',
  ]);
});
