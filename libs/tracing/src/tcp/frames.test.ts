import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeFrame } from './encode-frame.ts';
import type { Frame, Pairs } from './frame.ts';
import { createFrameDecoder } from './frame-decoder.ts';
import { FrameError } from './frame-error.ts';
import { DEFAULT_FRAME_LIMITS } from './frame-limits.ts';

const limits = { ...DEFAULT_FRAME_LIMITS, maxHeaderBytes: 64, maxBodyBytes: 8, maxPairs: 2 };
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const encode = (pairs: Pairs, body = '') => encodeFrame('request', pairs, Buffer.from(body), limits);
const decode = (bytes: Buffer, decoder = createFrameDecoder(limits)) => {
  const frames: Frame[] = [];
  decoder.decode(bytes, (frame) => frames.push(frame));
  return frames;
};
/** A frame as `frame.ts` describes it, by hand. */
const frame = (header: string, body = '') => {
  const lengths = Buffer.alloc(6);
  lengths.writeUInt16BE(hex(header).length, 0);
  lengths.writeUInt32BE(hex(body).length, 2);
  return Buffer.concat([hex('4d544350 01 01'), lengths, hex(header), hex(body)]);
};

const plain = ({ kind, pairs, body }: Frame) => ({ kind, pairs: { ...pairs }, body: body.toString() });

test('a frame is the bytes that the protocol says', () => {
  const bytes = hex('4d544350 01 01 0006 00000002 02 6f70 0001 78 6869');
  assert.deepEqual(encode({ op: 'x' }, 'hi'), bytes);
  assert.deepEqual(decode(bytes).map(plain), [{ kind: 'request', pairs: { op: 'x' }, body: 'hi' }]);
});

test('frames are found wherever the stream is cut', () => {
  const stream = Buffer.concat([
    encode({ a: '', b: '2' }, 'one'),
    encode({}),
    encode({ constructor: 'x' }, '2'),
  ]);
  const whole = decode(stream).map(plain);
  assert.equal(whole.length, 3);
  for (let size = 1; size <= stream.length; size++) {
    const decoder = createFrameDecoder(limits);
    const frames: Frame[] = [];
    for (let at = 0; at < stream.length; at += size) {
      frames.push(...decode(stream.subarray(at, at + size), decoder));
    }
    assert.deepEqual(frames.map(plain), whole);
    assert.equal(decoder.isInside, false);
  }
});

test('a frame counts, whatever comes behind it and however near', () => {
  const frames: Frame[] = [];
  const bytes = Buffer.concat([encode({ a: 'b' }), Buffer.from('no frame at all')]);
  assert.throws(() => createFrameDecoder(limits).decode(bytes, (frame) => frames.push(frame)), FrameError);
  assert.deepEqual(frames.map(plain), [{ kind: 'request', pairs: { a: 'b' }, body: '' }]);
});

test('a decoder says whether it is inside a frame', () => {
  const decoder = createFrameDecoder(limits);
  const bytes = encode({ a: 'b' });
  decode(bytes.subarray(0, 1), decoder);
  assert.equal(decoder.isInside, true);
  decode(bytes.subarray(1, 13), decoder);
  assert.equal(decoder.isInside, true);
});

for (const [what, bytes, message] of [
  ['another protocol', Buffer.from('GET / HTTP/1.1\r\n'), /not this protocol/],
  ['another version', hex('4d544350 02 01 0000 00000000'), /version 2 .* this is 1/],
  ['kind 0', hex('4d544350 01 00 0000 00000000'), /kind 0/],
  ['kind 4', hex('4d544350 01 04 0000 00000000'), /kind 4/],
  ['a header that will be too long', hex('4d544350 01 01 0041 00000000'), /header of 65 bytes, more than 64/],
  [
    'a body that will be too long',
    hex('4d544350 01 01 0000 ffffffff'),
    /body of 4294967295 bytes, more than 8/,
  ],
  ['a name without letters', frame('00 0000'), /a name is empty/],
  ['a name in capitals', frame('01 41 0000'), /other than a-z/],
  ['a value with a line break', frame('01 61 0001 0a'), /value of a .* printable ASCII/],
  ['a name that is cut off', frame('05 61'), /cut off/],
  ['a pair without a value', frame('01 61 00'), /cut off/],
  ['a value that is cut off', frame('01 61 0003 6161'), /cut off/],
  ['a name that comes twice', frame('01 61 0000 01 61 0000'), /a comes twice/],
  ['too many pairs', frame('01 61 0000 01 62 0000 01 63 0000'), /more than 2 pairs/],
] as const) {
  test(`${what} is refused with a reason, and nothing is read after it`, () => {
    const decoder = createFrameDecoder(limits);
    const refused = (error: unknown) => error instanceof FrameError && message.test(error.message);
    assert.throws(() => decode(bytes, decoder), refused);
    assert.throws(() => decode(encode({}), decoder), refused);
  });
}

test('what the other side would refuse is not written', () => {
  for (const [pairs, body] of [
    [{ A: '1' }, ''],
    [{ '': '1' }, ''],
    [{ a: 'ä' }, ''],
    [{ a: 'x'.repeat(65) }, ''],
    [{ a: 'x'.repeat(65536) }, ''],
    [{ a: '1', b: '2', c: '3' }, ''],
    [{}, '123456789'],
  ] as const) {
    assert.throws(() => encode(pairs as Pairs, body), FrameError);
  }
});
