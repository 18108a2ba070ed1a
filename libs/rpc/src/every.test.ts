import assert from 'node:assert/strict';
import { test } from 'node:test';
import { every } from './every.ts';
import type { Scope } from './scope.ts';
import { recordingLog } from './testing/recording-log.ts';
import { until } from './testing/until.ts';

/** A task that fails in the runs that are marked so, and how often it ran. */
function failsIn(...failures: readonly boolean[]) {
  const runs = { count: 0 };
  const task = async () => {
    const fails = failures[runs.count];
    runs.count += 1;
    if (fails) throw new Error(`run ${runs.count}`);
  };
  return { runs, task };
}

test('of a row of failures only the first is logged, and the loop goes on', async (t) => {
  const { log, linesOf } = recordingLog();
  const { runs, task } = failsIn(true, true, false, true, true);
  const stop = every(1, 'sweep', log, task);
  t.after(stop);
  await until(() => runs.count > 6, 'the loop outlives its failures');
  await stop();
  const lines = linesOf('background work failed');
  assert.deepEqual(
    lines.map(({ fields }) => (fields['error'] as Error).message),
    ['run 1', 'run 4'],
  );
  assert.equal(lines[0]?.fields['task'], 'sweep');
});

test('a task that throws before its first await is a failure like any other', async (t) => {
  const { log, linesOf } = recordingLog();
  const stop = every(1, 'sweep', log, () => {
    throw new Error('at once');
  });
  t.after(stop);
  await until(() => linesOf('background work failed').length === 1, 'the failure is logged');
  await stop();
});

test('no run begins before the one before has ended', async (t) => {
  const { log } = recordingLog();
  let running = 0;
  let most = 0;
  let runs = 0;
  const stop = every(0, 'sweep', log, async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
    runs += 1;
  });
  t.after(stop);
  await until(() => runs >= 5, 'five runs ended');
  await stop();
  assert.equal(most, 1);
});

test('stop aborts the run under way, waits for it, logs nothing and lets no other begin', async (t) => {
  const { log, lines } = recordingLog();
  const order: string[] = [];
  const started = Promise.withResolvers<void>();
  const stop = every(1, 'sweep', log, async ({ signal }: Scope) => {
    order.push('run');
    started.resolve();
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    await new Promise(setImmediate);
    order.push('end of run');
    throw signal.reason;
  });
  t.after(stop);
  await started.promise;
  await stop();
  order.push('stopped');
  assert.deepEqual(order, ['run', 'end of run', 'stopped']);
  assert.deepEqual(lines, []);
});

test('stop does not wait for a pause to pass', async (t) => {
  const { log } = recordingLog();
  const { runs, task } = failsIn();
  const stop = every(3_600_000, 'sweep', log, task);
  t.after(stop);
  await until(() => runs.count === 1, 'the first run is made at once');
  await stop();
});

test('each run has a deadline ahead of it', async (t) => {
  const { log } = recordingLog();
  const left: number[] = [];
  const stop = every(1, 'sweep', log, async ({ deadline }) => left.push(deadline - Date.now()));
  t.after(stop);
  await until(() => left.length >= 2, 'two runs were made');
  await stop();
  for (const ms of left) assert.ok(ms > 4000 && ms <= 5000, `${ms} ms`);
});
