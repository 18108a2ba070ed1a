import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import { ProtoWriter } from '../../otlp/proto-writer.ts';
import { isVerdict, TRIGGERS } from '../trigger.ts';
import { readTell } from './read-tell.ts';
import { MAX_TELL_BYTES, MAX_VERDICTS } from './tell-method.ts';
import type { ToldVerdict } from './told-verdict.ts';
import { writeTell } from './write-tell.ts';

const ID = '4bf92f3577b34da6a3ce929d0e0e4736';

const ROUNDS = 3000;

const some: ToldVerdict[] = [...TRIGGERS, 'refused' as const].map((verdict, level) => ({
  traceId: ID,
  verdict,
  level,
}));

/** @param write the message */
function body(write: (message: ProtoWriter) => void): Buffer {
  const message = new ProtoWriter();
  write(message);
  const frame = new ProtoWriter();
  frame.raw(new Uint8Array(5));
  frame.raw(message.written());
  frame.bytes.writeUInt32BE(message.size, 1);
  return Buffer.from(frame.written());
}

/** @param write a promotion */
function bodyOf(write: (promotion: ProtoWriter) => void): Buffer {
  return body((message) => {
    message.tag(1, 2);
    const start = message.open();
    write(message);
    message.close(start);
  });
}

test('what is written is read, and a thousand fit', () => {
  assert.deepEqual(readTell(Buffer.from(writeTell(some))), some);
  assert.deepEqual(readTell(Buffer.from(writeTell([]))), []);
  const longest = { traceId: ID, verdict: 'DEADLINE_EXCEEDED', level: 20 } as const;
  assert.ok(writeTell(new Array(MAX_VERDICTS).fill(longest)).length < MAX_TELL_BYTES);
});

test('what a later version says besides is left out, and so is a promotion that means nothing here', () => {
  const written = (trigger: string, digits = ID) =>
    bodyOf((promotion) => {
      promotion.tag(9, 5);
      promotion.fixed32(7);
      promotion.tag(8, 1);
      promotion.fixed64(7, 7);
      promotion.tag(1, 2);
      promotion.block(Buffer.from(digits, 'hex'));
      promotion.tag(2, 2);
      promotion.text(trigger);
      promotion.tag(3, 0);
      promotion.varint(1e15);
      promotion.tag(1000, 0);
      promotion.varint(7);
    });
  assert.deepEqual(readTell(written('slow')), [{ traceId: ID, verdict: 'slow', level: 99 }]);
  for (const nothing of [written('whim'), written(''), written('slow', '4b'), bodyOf(() => {})])
    assert.deepEqual(readTell(nothing), []);
});

test('what is no message, or not one, is nothing', () => {
  const whole = Buffer.from(writeTell(some));
  for (let end = 0; end < whole.length; end++) assert.equal(readTell(whole.subarray(0, end)), undefined);
  assert.equal(readTell(Buffer.concat([whole, whole])), undefined);
  const compressed = Buffer.from(whole);
  compressed[0] = 1;
  assert.equal(readTell(compressed), undefined);
  const words: ((message: ProtoWriter) => void)[] = [
    // A group, a field 0, a number where a message should be, a length that is beyond the end, a number without an end.
    (message) => message.raw(Uint8Array.of(0x0b, 0x0c)),
    (message) => message.raw(Uint8Array.of(0x02, 0x00)),
    (message) => message.raw(Uint8Array.of(0x08, 0x01)),
    (message) => message.raw(Uint8Array.of(0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01)),
    (message) => message.raw(new Uint8Array(40).fill(0xff)),
    (message) => message.raw(Uint8Array.of(0x0a, 0x02, 0x0a, 0x10)),
  ];
  for (const word of words) assert.equal(readTell(body(word)), undefined, word.toString());
});

test('no change of bytes makes it throw, or read what is none', () => {
  for (let round = 0; round < ROUNDS; round++) {
    const bytes = Buffer.from(writeTell(some));
    for (let change = randomInt(1, 5); change > 0; change--) bytes[randomInt(bytes.length)] = randomInt(256);
    for (const { traceId, verdict, level } of readTell(bytes) ?? []) {
      assert.match(traceId, /^[0-9a-f]{32}$/);
      assert.ok(isVerdict(verdict) && Number.isInteger(level) && level >= 0 && level <= 99);
    }
  }
});
