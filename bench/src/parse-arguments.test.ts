import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArguments } from './parse-arguments.ts';

test('without words all configurations run for the rounds that a report needs', () => {
  assert.deepEqual(parseArguments([]), { rounds: 30, requests: 1000, only: [], write: false });
});

test('each word is taken', () => {
  const words = ['--rounds', '5', '--requests', '50', '--only', 'ours-1,off', '--write', '--profile', 'out'];
  const expected = { rounds: 5, requests: 50, only: ['ours-1', 'off'], write: true, profile: 'out' };
  assert.deepEqual(parseArguments(words), expected);
});

test('a word that is not understood is named', () => {
  assert.throws(() => parseArguments(['--only', 'mine']), /--only takes base, ours-100.*; it has "mine"/);
  assert.throws(
    () => parseArguments(['--rounds', '0']),
    /--rounds takes a number from 1 to 999999; it is "0"/,
  );
  assert.throws(() => parseArguments(['--fast']), /--fast/);
});
