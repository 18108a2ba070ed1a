import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Program } from './program.ts';
import { startInGroups } from './start-in-groups.ts';
import type { Supervised } from './supervise.ts';

const program = (name: string) => ({ name }) as Program;

test('what does not get ready is named again and again, until it is there', async () => {
  const said: string[] = [];
  const order = Promise.withResolvers<void>();
  const launch = ({ name }: Program) =>
    ({
      name,
      ready: name === 'order' ? order.promise : Promise.resolve(),
      failing: new Promise<string>(() => {}),
    }) as Supervised;
  const progress = {
    say(sentence: string) {
      said.push(sentence);
      if (said.length === 2) order.resolve();
    },
    done() {},
    waitFor() {},
  };
  const groups = [[program('inventory')], [program('order')]];
  await startInGroups(groups, launch, progress, new AbortController().signal, 5);
  const sentence = 'Still waiting for order; see the log files.';
  assert.deepEqual(said, [sentence, sentence]);
});

test('what is optional is waited for by nobody, also when it cannot start, and told when it is there', async () => {
  const told: string[] = [];
  const jaeger = Promise.withResolvers<void>();
  const launch = ({ name }: Program) =>
    ({
      name,
      ready: name === 'jaeger' ? jaeger.promise : Promise.resolve(),
      failing: name === 'jaeger' ? Promise.resolve('it fails') : new Promise<string>(() => {}),
    }) as Supervised;
  const progress = { say() {}, waitFor() {}, done: (name: string) => told.push(name) };
  const groups = [[{ ...program('jaeger'), optional: true }], [program('order')]];
  await startInGroups(groups, launch, progress, new AbortController().signal);
  assert.deepEqual(told, ['order']);
  jaeger.resolve();
  await jaeger.promise;
  assert.deepEqual(told, ['order', 'jaeger']);
});
