import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute } from '../testing/telemetry.ts';
import { asBadgerKeeps } from './as-badger-keeps.ts';

test('a span loses its flags, and its nested attributes become text', () => {
  const list = { key: 'list', value: { arrayValue: { values: [{ stringValue: 'a' }, { intValue: '1' }] } } };
  const kept = asBadgerKeeps({ name: 'x', flags: 257, attributes: [attribute('one', 'b'), list] });
  assert.deepEqual(kept, { name: 'x', attributes: [attribute('one', 'b'), attribute('list', '["a",1]')] });
});

test('so do those of its events', () => {
  const map = { key: 'map', value: { kvlistValue: { values: [attribute('a', 'b')] } } };
  const { events } = asBadgerKeeps({ events: [{ attributes: [map] }] });
  assert.deepEqual(events, [{ attributes: [attribute('map', '{"a":"b"}')] }]);
});
