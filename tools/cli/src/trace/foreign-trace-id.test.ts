import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readForeignTraceId } from './foreign-trace-id.ts';

test('a UUID loses its dashes, a snowflake becomes 64 bits', () => {
  const ids: readonly [string, string][] = [
    ['0AF76519-16cd-43dd-8448-eb211c80319c', '0af7651916cd43dd8448eb211c80319c'],
    ['1', '00000000000000000000000000000001'],
    ['1541815603606036480', '00000000000000001565a11f6217a000'],
    ['18446744073709551615', '0000000000000000ffffffffffffffff'],
  ];
  for (const [text, id] of ids) assert.equal(readForeignTraceId(text), id, text);
});

test('zero, a number above 64 bits and any other text are no trace id', () => {
  const zeroUuid = '00000000-0000-0000-0000-000000000000';
  for (const text of ['0', zeroUuid, '18446744073709551616', '1'.repeat(21), '', '-1', '1.5', 'a1']) {
    assert.equal(readForeignTraceId(text), undefined, text);
  }
});
