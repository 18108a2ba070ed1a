import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HrTime } from '@opentelemetry/api';
import { decode } from '../testing/protobuf.ts';
import { LENGTH, ProtoWriter, VARINT } from './proto-writer.ts';
import { writeTime } from './write-time.ts';

/** What a reader finds in field 1 after `write` has written it. */
function readBack(wireType: number, write: (writer: ProtoWriter) => void): bigint | Buffer | undefined {
  const writer = new ProtoWriter();
  writer.tag(1, wireType);
  write(writer);
  return decode(Buffer.from(writer.written())).get(1)?.[0];
}

test('whole numbers of all sizes come back, negative ones as 64 bits', () => {
  for (const value of [
    0,
    1,
    127,
    128,
    300,
    2 ** 31,
    2 ** 32 + 5,
    2 ** 53 - 1,
    2 ** 53,
    2 ** 62,
    -1,
    -(2 ** 63),
  ]) {
    const expected = BigInt.asUintN(64, BigInt(value));
    assert.equal(
      readBack(VARINT, (writer) => writer.varint(value)),
      expected,
    );
  }
});

test('a time is exact to the nanosecond', () => {
  const times: HrTime[] = [
    [0, 0],
    [4, 294_967_295],
    [4, 294_967_296],
    [1_795_000_000, 1],
    [1_795_000_000, 999_999_999],
    [4_102_444_800, 123_456_789],
  ];
  for (const [seconds, nanos] of times) {
    const read = readBack(1, (writer) => writeTime(writer, [seconds, nanos]));
    assert.equal(read, BigInt(seconds) * 1_000_000_000n + BigInt(nanos));
  }
});

test('what is nested is as long as it says, however long it becomes', () => {
  for (const size of [0, 1, 127, 128, 16_383, 16_384, 3_000_000]) {
    for (const reserved of [1, 2, 3]) {
      const read = readBack(LENGTH, (writer) => {
        const start = writer.open(reserved);
        writer.raw(Buffer.alloc(size, 7));
        writer.close(start, reserved);
      });
      assert.deepEqual(read, Buffer.alloc(size, 7));
    }
  }
});

test('an id that is none is written as none', () => {
  const hex = (digits: string) => readBack(LENGTH, (writer) => writer.hex(digits, 8));
  assert.deepEqual(hex('00f067aa0ba902b7'), Buffer.from('00f067aa0ba902b7', 'hex'));
  for (const digits of ['', '00', '00f067aa0ba902bx', 'x0f067aa0ba902b7', '00f067aa0ba902b700'])
    assert.deepEqual(hex(digits), Buffer.alloc(0));
});
