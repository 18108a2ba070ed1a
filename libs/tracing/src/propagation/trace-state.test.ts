import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY_TRACE_STATE, parseTraceState } from './trace-state.ts';

const members = (count: number) => Array.from({ length: count }, (_, i) => `k${i}=${i}`).join(',');

test('a changed member moves to the front and the others keep their order', () => {
  const state = parseTraceState('a=1,b=2,c=3');
  assert.equal(state?.set('b', '4').serialize(), 'b=4,a=1,c=3');
  assert.equal(state?.set('d', '4').serialize(), 'd=4,a=1,b=2,c=3');
  assert.equal(state?.unset('b').serialize(), 'a=1,c=3');
  assert.equal(state?.serialize(), 'a=1,b=2,c=3', 'it changed itself');
});

test('a full list loses its last member to a new one', () => {
  const state = parseTraceState(members(32))?.set('new', '1').serialize() ?? '';
  assert.equal(state.split(',').length, 32);
  assert.ok(state.startsWith('new=1,k0=0') && state.endsWith('k30=30'));
});

test('a list that would be too long for who reads it next loses its last members', () => {
  const long = Array.from({ length: 15 }, (_, i) => `k${i}=${'x'.repeat(254)}`).join(',');
  const state = parseTraceState(`${long},last=${'y'.repeat(4096 - long.length - 6)}`);
  const changed = state?.set('new', '1').serialize() ?? '';
  assert.equal(changed, `new=1,${long}`);
  assert.ok(parseTraceState(changed));
  assert.equal(state?.set('last', '1').serialize(), `last=1,${long}`);
});

test('what is no member changes nothing', () => {
  const wrong = [
    ['K', '1'],
    ['', '1'],
    ['a', ''],
    ['a', '1,b=2'],
    ['a', '1 '],
    ['a', 'é'],
    ['k'.repeat(257), '1'],
  ];
  for (const [key = '', value = ''] of wrong) {
    assert.equal(EMPTY_TRACE_STATE.set(key, value).serialize(), '', `${key}=${value}`);
  }
});

test('keys are looked up as they are, however they are called', () => {
  const state = parseTraceState('constructor=1');
  assert.equal(state?.get('constructor'), '1');
  assert.equal(state?.get('tostring'), undefined);
});

test('more than 4096 characters are dropped before anything is looked at', () => {
  assert.equal(parseTraceState(`a=1${' '.repeat(4094)}`), undefined);
  assert.equal(parseTraceState(`a=1${' '.repeat(4093)}`)?.serialize(), 'a=1');
});

test('512 characters pass whole', () => {
  const text = `${'a'.repeat(250)}=${'b'.repeat(5)},${'c'.repeat(5)}=${'d'.repeat(249)}`;
  assert.equal(text.length, 512);
  assert.equal(parseTraceState(text)?.serialize(), text);
});
