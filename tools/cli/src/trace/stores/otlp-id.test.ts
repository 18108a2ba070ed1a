import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOtlpId } from './otlp-id.ts';

const hex = '4bf92f3577b34da6a3ce929d0e0e4736';
const base64 = Buffer.from(hex, 'hex').toString('base64');

test('hex and base64 are the same id', () => {
  assert.equal(readOtlpId(hex, 16), hex);
  assert.equal(readOtlpId(hex.toUpperCase(), 16), hex);
  assert.equal(readOtlpId(base64, 16), hex);
  assert.equal(readOtlpId('AAAAAAAAAAE=', 8), '0000000000000001');
});

test('absent, zero, and anything of another length are no id', () => {
  for (const text of [
    undefined,
    null,
    7,
    '',
    '0'.repeat(16),
    'AAAAAAAAAAA=',
    'abc',
    hex,
    '****************',
  ]) {
    assert.equal(readOtlpId(text, 8), null, String(text));
  }
});
