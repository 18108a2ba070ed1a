import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueAsString } from './any-value.ts';

test('scalars are written as they are', () => {
  assert.equal(valueAsString({ stringValue: 'a "b"' }), 'a "b"');
  assert.equal(valueAsString({ boolValue: false }), 'false');
  assert.equal(valueAsString({ intValue: '0' }), '0');
  assert.equal(valueAsString({ intValue: '9007199254740993' }), '9007199254740993');
  assert.equal(valueAsString({ doubleValue: 1.5 }), '1.5');
  assert.equal(valueAsString({ bytesValue: 'aGVsbG8=' }), 'aGVsbG8=');
});

test('lists and maps are written as JSON, absent values as nothing', () => {
  const list = { arrayValue: { values: [{ boolValue: true }, {}, { intValue: '3' }] } };
  assert.equal(valueAsString(list), '[true,null,3]');
  assert.equal(
    valueAsString({ kvlistValue: { values: [{ key: '__proto__', value: list }] } }),
    '{"__proto__":[true,null,3]}',
  );
  assert.equal(valueAsString({ arrayValue: {} }), '[]');
  assert.equal(valueAsString({}), '');
  assert.equal(valueAsString(undefined), '');
});
