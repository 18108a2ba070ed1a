import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Nonces } from './nonces.ts';

const NOW = 1_790_000_010;

test('no more are remembered than the limit, and those that have run out make room', () => {
  const nonces = new Nonces(2);
  assert.equal(nonces.take('a', NOW + 10, NOW), 'new');
  assert.equal(nonces.take('b', NOW + 100, NOW), 'new');
  assert.equal(nonces.take('c', NOW + 100, NOW), 'full');
  assert.equal(nonces.take('a', NOW + 10, NOW), 'known');
  // `a` is over, and the slot of 30 s that it is in.
  assert.equal(nonces.take('c', NOW + 100, NOW + 41), 'new');
  assert.equal(nonces.take('d', NOW + 100, NOW + 41), 'full');
  assert.equal(nonces.take('b', NOW + 100, NOW + 41), 'known');
});

test('a nonce is known until it has run out, whatever runs out with it', () => {
  const nonces = new Nonces(100);
  for (let expiry = NOW + 1; expiry < NOW + 61; expiry++)
    assert.equal(nonces.take(`at ${expiry}`, expiry, NOW), 'new');
  for (let now = NOW; now < NOW + 61; now++)
    for (let expiry = now + 1; expiry < NOW + 61; expiry++)
      assert.equal(nonces.take(`at ${expiry}`, expiry, now), 'known');
});
