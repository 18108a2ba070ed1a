import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOt, writeOt } from './ot-member.ts';
import { parseTraceState } from './trace-state.ts';

const RV = '0123456789abcd';

test('threshold and randomness are read wherever they stand in the member', () => {
  assert.deepEqual(readOt(parseTraceState(`a=1,ot=x:y;rv:${RV};th:c`)), { th: 'c', rv: RV });
  assert.deepEqual(readOt(parseTraceState('ot=th:0')), { th: '0' });
  assert.deepEqual(readOt(parseTraceState('a=1')), {});
  assert.deepEqual(readOt(undefined), {});
});

test('what is no threshold and no randomness counts as not there', () => {
  for (const text of [
    'th:',
    'th:g',
    'th:C',
    `th:${'1'.repeat(15)}`,
    'rv:1',
    `rv:${RV}0`,
    'rv',
    'xth:1',
    'th',
  ]) {
    assert.deepEqual(readOt(parseTraceState(`ot=${text}`)), {}, text);
  }
});

test('writing takes out what is not given and keeps what it does not know', () => {
  const state = parseTraceState(`a=1,ot=th:c;p:8;rv:${RV},b=2`);
  assert.equal(writeOt(state, { th: '8', rv: RV }).serialize(), `ot=th:8;rv:${RV};p:8,a=1,b=2`);
  assert.equal(writeOt(state, { rv: RV }).serialize(), `ot=rv:${RV};p:8,a=1,b=2`);
  assert.equal(writeOt(state, {}).serialize(), 'ot=p:8,a=1,b=2');
});

test('a member with nothing in it goes, and one can begin a state', () => {
  assert.equal(writeOt(parseTraceState('ot=th:c,b=2'), {}).serialize(), 'b=2');
  assert.equal(writeOt(undefined, { th: 'c' }).serialize(), 'ot=th:c');
  assert.equal(writeOt(undefined, {}).serialize(), '');
});

test('the fields of others give way where the member would get too long', () => {
  const state = parseTraceState(`ot=x:${'y'.repeat(250)}`);
  assert.equal(writeOt(state, { th: 'c', rv: RV }).serialize(), `ot=th:c;rv:${RV}`);
});
