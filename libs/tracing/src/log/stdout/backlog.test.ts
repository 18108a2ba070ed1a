import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backlog } from './backlog.ts';
import { DropCount } from './drop-count.ts';

function lineOf(level: string, number: number): string {
  return `{"timestamp":"now","level":"${level}","message":"${String(number).padStart(60, '0')}"}`;
}

const LENGTH = lineOf('warn', 0).length;

test('what waits comes out in its order', () => {
  const backlog = new Backlog(1000, new DropCount());
  for (const line of ['a', 'b', 'c']) backlog.add(line, false);
  assert.deepEqual(backlog.take(3), { text: 'a\nb\n', lines: 2 });
  assert.deepEqual(backlog.take(3), { text: 'c\n', lines: 1 });
});

test('when it is full, errors and warnings take the room of other lines, and no other line is taken', () => {
  const drops = new DropCount();
  const backlog = new Backlog(LENGTH * 64, drops);
  for (let number = 0; number < 100; number++) backlog.add(lineOf('info', number), false);
  for (let number = 100; number < 120; number++) backlog.add(lineOf('warn', number), true);
  const { text } = backlog.take(Number.POSITIVE_INFINITY);
  assert.equal(text.match(/"warn"/g)?.length, 20);
  const kept = text.match(/"info"/g)?.length ?? 0;
  assert.ok(kept >= 36, `${kept}`);
  assert.deepEqual(drops.take(), { dropped: 100 - kept, levels: { info: 100 - kept } });
});

test('what is urgent alone is bounded, too', () => {
  const drops = new DropCount();
  const backlog = new Backlog(LENGTH * 10, drops);
  for (let number = 0; number < 30; number++) backlog.add(lineOf('warn', number), true);
  assert.equal(backlog.take(Number.POSITIVE_INFINITY).lines, 10);
  assert.equal(drops.total, 20);
});

test('a line is only taken again when half of the room is free', () => {
  const backlog = new Backlog(LENGTH * 10, new DropCount());
  for (let number = 0; number < 11; number++) backlog.add(lineOf('info', number), false);
  backlog.take(LENGTH * 3);
  assert.equal(backlog.isFull, true);
  backlog.take(LENGTH * 3);
  assert.equal(backlog.isFull, false);
});
