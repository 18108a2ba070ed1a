import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const PROGRAM = `
  import { openSync } from 'node:fs';
  import { createMetrics } from '${import.meta.resolve('./create-metrics.ts')}';
  const outbox = { load: () => ({ bytes: 0, maxBytes: 0 }) };
  const metrics = createMetrics({ traces: undefined, logs: undefined, metrics: outbox });
  const valuesOf = (name) => metrics.find((metric) => metric.name === name).read().length;
  const before = valuesOf('process.memory.usage');
  try {
    while (true) openSync('/dev/null');
  } catch ({ code }) {
    console.log(code, before, valuesOf('process.memory.usage'), valuesOf('process.cpu.time'));
  }`;

test('a process that can open no more files goes on, without the metric that needs one', () => {
  const node = [process.execPath, '-C', '@mesh/source', '--input-type=module', '-e', PROGRAM];
  const { stdout, stderr } = spawnSync('sh', ['-c', 'ulimit -n 64; exec "$0" "$@"', ...node], {
    encoding: 'utf8',
  });
  assert.equal(stdout, 'EMFILE 1 0 2\n', stderr);
});
