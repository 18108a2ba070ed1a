import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attribute } from '../testing/telemetry.ts';
import { asBadgerKeeps } from './as-badger-keeps.ts';

test('a span loses its flags and what it knows of what was dropped, and its nested attributes become text', () => {
  const list = { key: 'list', value: { arrayValue: { values: [{ stringValue: 'a' }, { intValue: '1' }] } } };
  const kept = asBadgerKeeps({
    ...{ name: 'x', flags: 257, droppedLinksCount: 1 },
    attributes: [attribute('one', 'b'), list],
  });
  assert.deepEqual(kept, { name: 'x', attributes: [attribute('one', 'b'), attribute('list', '["a",1]')] });
});

test('so do those of its events', () => {
  const map = { key: 'map', value: { kvlistValue: { values: [attribute('a', 'b')] } } };
  const { events } = asBadgerKeeps({ events: [{ attributes: [map] }] });
  assert.deepEqual(events, [{ attributes: [attribute('map', '{"a":"b"}')] }]);
});

test('a link keeps its ids and its kind', () => {
  const ids = { traceId: 'dHJhY2U=', spanId: 'c3Bhbg==' };
  const kind = (name: string) => attribute('opentracing.ref_type', name);
  const parent = { ...ids, attributes: [attribute('x', 'y'), kind('child_of')] };
  const { links } = asBadgerKeeps({ links: [{ ...ids, attributes: [attribute('x', 'y')] }, parent] });
  assert.deepEqual(links, [
    { ...ids, attributes: [kind('follows_from')] },
    { ...ids, attributes: [kind('child_of')] },
  ]);
});
