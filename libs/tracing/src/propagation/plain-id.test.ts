import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traceIdOfPlainId } from './plain-id.ts';

const HEX = '4bf92f3577b34da6a3ce929d0e0e4736';

test('32 hexadecimal digits are the id, in lower case', () => {
  assert.equal(traceIdOfPlainId(HEX), HEX);
  assert.equal(traceIdOfPlainId(HEX.toUpperCase()), HEX);
});

test('32 digits that are all decimal are hexadecimal', () => {
  assert.equal(traceIdOfPlainId('1'.repeat(32)), '1'.repeat(32));
});

test('a UUID loses its dashes', () => {
  assert.equal(traceIdOfPlainId('4BF92F35-77b3-4da6-a3ce-929d0e0e4736'), HEX);
});

test('a decimal number becomes 64 bits with zeros before them', () => {
  assert.equal(traceIdOfPlainId('1'), '1'.padStart(32, '0'));
  assert.equal(traceIdOfPlainId('1541815603606036480'), '00000000000000001565a11f6217a000');
  assert.equal(traceIdOfPlainId('18446744073709551615'), `${'0'.repeat(16)}${'f'.repeat(16)}`);
  assert.equal(traceIdOfPlainId('00000000000000000001'), '1'.padStart(32, '0'));
});

test('zero and what does not fit into 64 bits are refused', () => {
  for (const zero of ['0', '0'.repeat(20), '0'.repeat(32), '00000000-0000-0000-0000-000000000000']) {
    assert.equal(traceIdOfPlainId(zero), undefined, zero);
  }
  assert.equal(traceIdOfPlainId('18446744073709551616'), undefined);
  assert.equal(traceIdOfPlainId('99999999999999999999'), undefined);
});

test('nothing else is an id', () => {
  const wrong = [
    '',
    ' ',
    '-1',
    '+1',
    '1.0',
    '1e3',
    '0x1',
    '1_000',
    '١٢٣',
    `${HEX}0`,
    HEX.slice(1),
    `${HEX}\n`,
  ];
  const torn = ['1\n', '4bf92f3577b3-4da6-a3ce-929d0e0e4736', '{4bf92f35-77b3-4da6-a3ce-929d0e0e4736}'];
  for (const text of [...wrong, ...torn, '1'.repeat(21), '1'.repeat(31), '1'.repeat(1e6)]) {
    assert.equal(traceIdOfPlainId(text), undefined, text.slice(0, 50));
  }
});
