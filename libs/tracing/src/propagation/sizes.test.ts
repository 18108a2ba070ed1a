import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Headers } from './boundary.ts';
import { cpuMillisOf } from './testing/cpu-millis-of.ts';
import { headersOf, receive } from './testing/what-goes-on.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`;
const known = { traceparent, 'trace-id': TRACE };
const members = Array.from({ length: 10_000 }, (_, i) => `k${i}=${i}`);
const NAMES = ['traceparent', 'tracestate', 'b3', 'x-b3-traceid', 'trace-id', 'baggage', 'mesh-trust-key'];
/** What slow readers are slow at: repetitions of every part, with the end of it missing or wrong. */
const PARTS = [
  '0',
  'f',
  '-',
  ' ',
  '\t',
  ',',
  ', ',
  '=',
  'a=',
  '=a',
  'a=1,',
  ';',
  'a=1;b',
  '%',
  '%41',
  '00-',
  traceparent,
];

/** The fastest of several: the first may be compiled, and another be interrupted to collect garbage. */
function millisOf(headers: Headers): number {
  const read = () => receive(headers, { trustKeys: ['a-key-of-16-characters'] });
  const attempts = [1, 2, 3].map(() => cpuMillisOf(read));
  return Math.min(...attempts);
}

test('a header of a megabyte costs no more than one that is just too long', () => {
  for (const name of NAMES) {
    for (const part of PARTS) {
      const endless = part.repeat(1_000_000 / part.length);
      for (const value of [endless, `${endless}x`, [endless, endless], endless.match(/.{1,100}/gs) ?? []]) {
        assert.ok(millisOf({ [name]: value }) < 5, `${name}: ${part}`);
      }
    }
  }
});

test('a header of all the characters that are looked at is read in a moment', () => {
  for (const name of NAMES) {
    for (const part of PARTS) {
      const longest = part.repeat(8192 / part.length);
      for (const value of [longest, `${longest.slice(0, -1)}x`, longest.split('')]) {
        assert.ok(millisOf({ traceparent, [name]: value }) < 20, `${name}: ${part}`);
      }
    }
  }
});

test('10 000 members of a tracestate are dropped, and the trace goes on', () => {
  for (const tracestate of [members.join(), members, members.slice(0, 33)]) {
    assert.deepEqual(headersOf(receive({ traceparent, tracestate })), known);
  }
});

test('10 000 members of baggage are dropped, and the trace goes on', () => {
  for (const baggage of [members.join(), members]) {
    assert.deepEqual(headersOf(receive({ traceparent, baggage })), known);
  }
});

test('10 000 traceparents are none', () => {
  assert.deepEqual(headersOf(receive({ traceparent: members.map(() => traceparent) })), {});
});
