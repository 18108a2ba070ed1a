import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baggageEntryMetadataFromString, propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import { headersOf, receive } from './testing/what-goes-on.ts';

const members = (count: number) => Array.from({ length: count }, (_, i) => `k${i}=${i}`);

test('64 members pass, and of more the first 64', () => {
  assert.equal(headersOf(receive({ baggage: members(64).join() }))['baggage'], members(64).join());
  assert.equal(headersOf(receive({ baggage: members(65).join() }))['baggage'], members(64).join());
});

test('8192 characters pass, and of more none, be they in one header or in many', () => {
  const padded = members(64).map((member) => member.padEnd(127, '1'));
  const fits = `${padded.join()}1`;
  const list = fits.split(',');
  assert.equal(fits.length, 8192);
  for (const baggage of [fits, list]) assert.ok(headersOf(receive({ baggage }))['baggage'] === fits);
  for (const baggage of [`${fits}1`, [...list, 'a']]) assert.deepEqual(headersOf(receive({ baggage })), {});
});

test('several headers are one list', () => {
  assert.deepEqual(headersOf(receive({ baggage: ['a=1', 'b=2,c=3'] })), { baggage: 'a=1,b=2,c=3' });
});

test('what is no member is left out, and what no header may hold leaves out all', () => {
  assert.deepEqual(headersOf(receive({ baggage: 'a=1,b,=2,c=%,d=4' })), { baggage: 'a=1,d=4' });
  assert.deepEqual(headersOf(receive({ baggage: 'a=1;p=é' })), {});
  assert.deepEqual(headersOf(receive({ baggage: 'a=1;p\t' })), { baggage: 'a=1;p' });
});

test('baggage that was made here goes out only if a header can hold it', () => {
  const good = propagation.createBaggage({ a: { value: 'é' } });
  assert.deepEqual(headersOf(propagation.setBaggage(ROOT_CONTEXT, good)), { baggage: 'a=%C3%A9' });
  // Frames and metadata of gRPC hold no tab.
  for (const text of ['é', 'p=1\t2']) {
    const bad = propagation.createBaggage({
      a: { value: '1', metadata: baggageEntryMetadataFromString(text) },
    });
    assert.deepEqual(headersOf(propagation.setBaggage(ROOT_CONTEXT, bad)), {});
  }
});
