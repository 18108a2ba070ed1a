import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trimBlanks } from './trim-blanks.ts';

test('spaces and tabs around a text go, and those in it stay', () => {
  assert.equal(trimBlanks(' \t a\t b \t '), 'a\t b');
  assert.equal(trimBlanks('a'), 'a');
  assert.equal(trimBlanks(' \t '), '');
});

test('no other blank is one here', () => {
  for (const text of ['\na\n', '\r\na', '\u00a0a', '\ufeffa\u2003']) assert.equal(trimBlanks(text), text);
});
