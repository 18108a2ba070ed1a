import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { readPartialSuccess } from './read-partial-success.ts';

/** A message field of protobuf; all lengths here are below 128. */
function field(number: number, bytes: Uint8Array): Buffer {
  return Buffer.from([number * 8 + 2, bytes.length, ...bytes]);
}

test('the number and the sentence are read, whatever their order and whatever else is there', () => {
  const rejected = Buffer.from([8, 0xac, 2]);
  const message = field(2, Buffer.from('too old'));
  for (const parts of [
    [rejected, message],
    [message, rejected],
    [field(9, Buffer.from('later')), rejected, message, Buffer.from([0, 0])],
  ]) {
    const answer = field(1, Buffer.concat(parts));
    assert.deepEqual(readPartialSuccess(answer), { rejected: 300, reason: 'too old' });
  }
});

test('an answer that says nothing of a loss is none', () => {
  for (const bytes of [[], [10, 0], [10, 2, 8, 0], [0, 0, 0], [8, 5], [10, 100, 8]])
    assert.equal(readPartialSuccess(Uint8Array.from(bytes)), undefined);
  assert.equal(readPartialSuccess(field(1, field(2, Buffer.from('a warning')))), undefined);
});

test('bytes of any kind are read to their end', () => {
  for (let length = 0; length < 300; length++) readPartialSuccess(randomBytes(length));
});
