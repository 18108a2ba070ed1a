import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TRIGGERS } from './trigger.ts';
import { formatVerdict, parseVerdict } from './verdict-text.ts';

test('a verdict that travels is what was said', () => {
  for (const verdict of TRIGGERS)
    for (const level of [0, 1, 20])
      assert.deepEqual(parseVerdict(formatVerdict(verdict, level)), { verdict, level });
  assert.equal(formatVerdict('slow', 0), 'promoted:slow');
  assert.equal(formatVerdict('slow', 2), 'promoted:slow;2');
  assert.deepEqual(parseVerdict(formatVerdict('refused', 3)), { verdict: 'refused', level: 0 });
});

test('anything else is no verdict', () => {
  for (const text of [
    '',
    'promoted',
    'promoted:',
    'promoted:OK',
    'promoted:refused',
    'promoted:slow;0',
    'promoted:slow;100',
    'promoted:slow;-1',
    'promoted:slow;2 ',
    'promoted:constructor',
    'PROMOTED:slow',
    `promoted:${'A'.repeat(9999)}`,
  ])
    assert.equal(parseVerdict(text), undefined, text);
});
