import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { until } from '../../testing/until.ts';
import type { Metric, NumberPoint } from '../metric.ts';
import { cpuTime } from './cpu-time.ts';
import { measureEventLoop } from './event-loop.ts';
import { measureGarbageCollection } from './garbage-collection.ts';
import { measureMemory } from './memory.ts';

function read(metrics: readonly Metric[], name: string): readonly NumberPoint[] {
  const metric = metrics.find((each) => each.name === name);
  return metric && metric.kind !== 'histogram' ? metric.read() : assert.fail(name);
}

/** The event loop does nothing else meanwhile. */
function block(millis: number): void {
  for (const end = performance.now() + millis; performance.now() < end; );
}

test('a loop that is held is late by as long, and one that is free is not late', async () => {
  const metrics = measureEventLoop();
  const delay = (which: string) => {
    read(metrics, 'nodejs.eventloop.delay.min');
    return read(metrics, `nodejs.eventloop.delay.${which}`)[0]?.value;
  };
  const latest = await until(() => {
    block(60);
    const max = delay('max') ?? 0;
    return max > 0.04 ? max : undefined;
  }, 'a delay');
  assert.ok(latest < 5, `${latest} s`);
  await until(() => (delay('mean') ?? 1) < 0.01 || undefined, 'the end of it');
});

test('the loop was busy for the time in which it was held', async () => {
  const metrics = measureEventLoop();
  await until(
    () => (read(metrics, 'nodejs.eventloop.utilization')[0]?.value ?? 1) < 0.9 || undefined,
    'idleness',
  );
  block(50);
  const [utilization] = read(metrics, 'nodejs.eventloop.utilization');
  assert.ok((utilization?.value ?? 0) > 0.8, `${utilization?.value}`);
  const states = read(metrics, 'nodejs.eventloop.time').map(
    ({ attributes }) => attributes?.['nodejs.eventloop.state'],
  );
  assert.deepEqual(states, ['active', 'idle']);
});

test('garbage collections are counted by their kind', async () => {
  const metric = measureGarbageCollection();
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  await until(() => {
    const major = metric.read().find(({ attributes }) => attributes['v8js.gc.type'] === 'major');
    return (major && major.sum > 0 && major.counts.some((count) => count > 0)) || undefined;
  }, 'a major collection');
});

test('the spaces of the heap are the heap, and it is a part of what the process takes', () => {
  const metrics = measureMemory();
  const used = read(metrics, 'v8js.memory.heap.used').reduce((sum, { value }) => sum + value, 0);
  const [{ value: resident = 0 } = {}] = read(metrics, 'process.memory.usage');
  assert.ok(Math.abs(used / process.memoryUsage().heapUsed - 1) < 0.1, `${used}`);
  assert.ok(used < resident && resident < 2e9, `${resident}`);
});

test('work takes processor time', () => {
  const seconds = () => cpuTime.read().reduce((sum, { value }) => sum + value, 0);
  const before = seconds();
  block(20);
  assert.ok(seconds() > before);
});
