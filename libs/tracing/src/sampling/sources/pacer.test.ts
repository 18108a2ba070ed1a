import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPacer } from './pacer.ts';

test('a server that fails now so and now so, with answers between, is told of every ten seconds', (t) => {
  let time = 0;
  t.mock.method(performance, 'now', () => time);
  const pacer = createPacer();
  const told: string[] = [];
  for (; time <= 25_000; time += 1000) {
    const sentence = time % 2000 === 0 ? 'ECONNREFUSED' : 'it answered 500';
    if (pacer.isDue(sentence)) told.push(`${time} ${sentence}`);
    if (time % 5000 === 0) pacer.forget();
  }
  assert.deepEqual(told, ['0 ECONNREFUSED', '10000 ECONNREFUSED', '20000 ECONNREFUSED']);
});

test('an outage is told once, however long', (t) => {
  let time = 0;
  t.mock.method(performance, 'now', () => time);
  const pacer = createPacer();
  let told = 0;
  for (; time < 60_000; time += 1000) told += Number(pacer.isDue('ECONNREFUSED'));
  assert.equal(told, 1);
});
