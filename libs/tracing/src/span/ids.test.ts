import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { newRandomness, newSpanId, newTraceId } from './ids.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

for (const [name, make, digits] of [
  ['trace ids', newTraceId, 32],
  ['span ids', newSpanId, 16],
  ['randomness', newRandomness, 14],
] as const) {
  test(`${name} have ${digits} lower-case digits, each of them any digit, and never come again`, () => {
    const ids = Array.from({ length: 10_000 }, make);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, new RegExp(`^[0-9a-f]{${digits}}$`));
    for (let at = 0; at < digits; at++) assert.equal(new Set(ids.map((id) => id[at])).size, 16);
  });
}

test('an id that is kept keeps nothing else', () => {
  const held = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const kept: string[] = [];
  const before = held();
  for (let index = 0; index < 2000; index++) {
    kept.push(newTraceId());
    for (let other = 0; other < 300; other++) newSpanId();
  }
  assert.ok((held() - before) / kept.length < 500);
});
