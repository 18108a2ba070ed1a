import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { createMetrics } from './create-metrics.ts';

const PROGRAM = `
  import { parentPort } from 'node:worker_threads';
  import { createMetrics } from ${JSON.stringify(import.meta.resolve('./create-metrics.ts'))};
  parentPort.postMessage(createMetrics({}).map(({ name }) => name));`;

test('a worker thread measures itself, and leaves what the whole process takes to the main thread', async () => {
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(PROGRAM)}`));
  const [[ofWorker]] = await Promise.all([once(worker, 'message'), once(worker, 'exit')]);
  const none = {} as Parameters<typeof createMetrics>[0];
  const ofMain = createMetrics(none).map(({ name }) => name);
  assert.deepEqual(
    ofMain.filter((name) => !ofWorker.includes(name)),
    ['process.memory.usage', 'process.cpu.time'],
  );
});
