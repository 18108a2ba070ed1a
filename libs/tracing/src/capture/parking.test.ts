import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testParts } from './testing/parts.ts';

test('what is parked goes out when the trace is kept, oldest first, and what ends later at once', () => {
  const parts = testParts();
  const trace = parts.begin('a');
  for (const name of ['one', 'two', 'three']) parts.park(trace, name);
  assert.deepEqual(parts.sent, []);
  trace.trigger('INTERNAL');
  parts.park(trace, 'four');
  assert.deepEqual(
    parts.sent,
    ['one', 'two', 'three', 'four'].map((name) => `${name} promoted:INTERNAL`),
  );
});

test('what is oldest goes when there is no room, and its trace says how much of it is missing', () => {
  const parts = testParts({ maxBytes: 30_000 });
  const early = parts.begin('early');
  for (let count = 0; count < 6; count++) parts.park(early, `early ${count}`);
  const late = parts.begin('late');
  for (let count = 0; count < 20; count++) parts.park(parts.begin(`other ${count}`), 'other');
  parts.park(late, 'late');
  early.trigger('slow');
  late.trigger('slow');
  assert.deepEqual(parts.sent, ['late promoted:slow']);
  parts.park(early, 'last');
  assert.deepEqual(parts.sent.slice(1), ['last promoted:slow 6']);
  assert.ok(parts.tally.evictedItems >= 6);
});

test('the ring never holds more than its bytes, and nothing of them when all is over', () => {
  const maxBytes = 60_000;
  const parts = testParts({ maxBytes, maxMillis: 1000 });
  let most = 0;
  for (let count = 0; count < 20_000; count++) {
    parts.ring.turn(count);
    const trace = parts.begin(`trace ${count % 300}`);
    parts.park(trace, 'span', (count * 7919) % 20_000);
    if (count % 3 === 0) trace.answered(`127.0.0.1:${count}`, false);
    if (count % 50 === 0) trace.hear('INTERNAL', 0);
    most = Math.max(most, parts.ring.bytes);
  }
  assert.ok(most <= maxBytes && most > maxBytes / 2, `${most} of ${maxBytes}`);
  parts.ring.turn(1e6);
  assert.deepEqual([parts.ring.bytes, parts.table.size], [0, 0]);
});

test('what is too old goes, and not a moment before', () => {
  const parts = testParts({ maxMillis: 1000 });
  const trace = parts.begin('a');
  parts.park(trace, 'old');
  parts.ring.turn(500);
  parts.park(trace, 'young');
  parts.ring.turn(999);
  assert.equal(parts.tally.evictedItems, 0);
  parts.ring.turn(1000);
  assert.equal(parts.tally.evictedItems, 1);
  trace.trigger('slow');
  assert.deepEqual(parts.sent, ['young promoted:slow 1']);
});

test('one trace has a quarter of the room at most, and its newest stay', () => {
  const parts = testParts({ maxBytes: 100_000 });
  const other = parts.begin('other');
  parts.park(other, 'other');
  const stream = parts.begin('stream');
  for (let count = 1; count <= 1000; count++) parts.park(stream, `message ${count}`);
  other.trigger('slow');
  assert.deepEqual(parts.sent, ['other promoted:slow']);
  stream.trigger('slow');
  const kept = parts.sent.length - 1;
  assert.ok(kept >= 20 && kept <= 25, `${kept} of about 22`);
  assert.deepEqual(parts.sent.slice(-1), [`message 1000 promoted:slow ${1000 - kept}`]);
});

test('what is larger than the share of a trace is lost, and pushes out nothing', () => {
  const parts = testParts({ maxBytes: 100_000 });
  const trace = parts.begin('a');
  parts.park(trace, 'before');
  for (const bytes of [30_000, 1e9]) parts.park(trace, 'huge', bytes);
  trace.trigger('slow');
  assert.deepEqual(parts.sent, ['before promoted:slow 2']);
});

test('what goes out makes room', () => {
  const parts = testParts({ maxBytes: 100_000 });
  for (let count = 0; count < 1000; count++) {
    const trace = parts.begin(`trace ${count}`);
    for (let spans = 0; spans < 10; spans++) parts.park(trace, 'span');
    trace.hear('slow', 0);
  }
  assert.equal(parts.sent.length, 10_000);
  assert.equal(parts.tally.evictedItems, 0);
});

test('what a trace writes while it goes out goes out, too', () => {
  const parts = testParts({ maxBytes: 20_000 });
  const trace = parts.begin('a');
  let lines = 0;
  const release = () => {
    lines++;
    parts.park(trace, 'line');
    for (let count = 0; count < 50; count++) parts.park(parts.begin(`other ${count}`), 'other');
  };
  trace.park({ release }, 1000);
  trace.park({ release }, 1000);
  trace.trigger('slow');
  // The second one had to make room for the others.
  assert.equal(lines, 1);
  assert.deepEqual(parts.sent, ['line promoted:slow']);
  assert.ok(parts.ring.bytes <= 20_000);
});

test('a trace that comes back while a span of it is still open is one trace', () => {
  const parts = testParts({ maxMillis: 1000 });
  const open = parts.begin('a');
  open.answered('127.0.0.1:1', false);
  parts.park(open, 'gone');
  parts.ring.turn(1000);
  const again = parts.begin('a');
  assert.notEqual(again, open);
  parts.park(again, 'of the second');
  parts.park(open, 'of the first');
  again.trigger('slow');
  assert.equal(open.verdict, 'slow');
  assert.deepEqual(parts.sent, ['of the second promoted:slow 1', 'of the first promoted:slow 1']);
  assert.deepEqual(parts.told, ['127.0.0.1:1 a']);
});

test('a verdict that an open span still knows holds for a later request of its trace', () => {
  const parts = testParts({ maxMillis: 1000 });
  const open = parts.begin('a');
  open.trigger('INTERNAL');
  parts.ring.turn(1000);
  const again = parts.begin('a');
  parts.park(again, 'waits');
  parts.park(open, 'goes');
  assert.deepEqual(parts.sent, ['waits promoted:INTERNAL', 'goes promoted:INTERNAL']);
});

test('a trace that is kept can be found for as long again', () => {
  const parts = testParts({ maxMillis: 1000 });
  const trace = parts.begin('a');
  parts.park(trace, 'early');
  parts.ring.turn(900);
  trace.trigger('slow');
  parts.ring.turn(1000);
  parts.park(parts.begin('a'), 'late');
  assert.deepEqual(parts.sent, ['early promoted:slow', 'late promoted:slow']);
});
