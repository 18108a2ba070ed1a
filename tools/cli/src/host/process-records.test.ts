import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openProcessRecords } from './process-records.ts';
import { processStartTime } from './process-start-time.ts';

function recordsOf(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-run-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, records: openProcessRecords(folder) };
}

test('a process counts as long as it runs', async (t) => {
  const { records } = recordsOf(t);
  const child = spawn('sleep', ['600']);
  records.write('order', child.pid ?? 0);
  assert.deepEqual(records.alive(), [
    { name: 'order', pid: child.pid, startTime: processStartTime(child.pid ?? 0) },
  ]);
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.deepEqual(records.alive(), []);
});

test('a pid that was given to another program, and a file that was cut short, do not count', (t) => {
  const { folder, records } = recordsOf(t);
  writeFileSync(join(folder, 'reused.json'), JSON.stringify({ pid: process.pid, startTime: '1' }));
  writeFileSync(join(folder, 'half.json'), '{"pid":');
  assert.deepEqual(records.alive(), []);
});

test('a removed record does not count, and may be removed again', (t) => {
  const { records } = recordsOf(t);
  records.write('host', process.pid);
  records.remove('host');
  records.remove('host');
  assert.deepEqual(records.alive(), []);
});
