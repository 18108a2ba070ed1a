import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { startEmbeddedPostgres } from '@mesh/postgres';
import { openProcessRecords } from '../host/process-records.ts';
import { processStartTime } from '../host/process-start-time.ts';
import { recorder } from '../terminal/recorder.ts';
import { freePort } from '../testing/free-port.ts';
import { runReset } from './run-reset.ts';

function home(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-reset-'));
  chmodSync(folder, 0o755);
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('the server that a killed host left is stopped, and its data is gone and what was said about sampling', async (t) => {
  const MESH_HOME = home(t);
  const folder = join(MESH_HOME, 'postgres');
  const logFile = join(MESH_HOME, 'log');
  const server = await startEmbeddedPostgres({ folder, port: await freePort(), databases: [], logFile });
  writeFileSync(join(MESH_HOME, 'sampling.json'), '{}');
  const terminal = recorder();
  assert.equal(await runReset([], { MESH_HOME }, terminal), 0);
  assert.equal(processStartTime(server.pid), undefined);
  assert.equal(existsSync(folder), false);
  assert.equal(existsSync(join(MESH_HOME, 'sampling.json')), false);
  assert.match(terminal.out(), /the next start begins with the seed/);
});

test('nothing is removed while a host runs, whose pid is told', async (t) => {
  const MESH_HOME = home(t);
  mkdirSync(join(MESH_HOME, 'postgres'));
  openProcessRecords(join(MESH_HOME, 'run')).write('host', process.pid);
  const terminal = recorder();
  assert.equal(await runReset([], { MESH_HOME }, terminal), 1);
  assert.match(terminal.complaints.join(), new RegExp(`run by process ${process.pid}`));
  assert.equal(existsSync(join(MESH_HOME, 'postgres')), true);
});

test('an argument is refused, because what it meant is not known', async (t) => {
  const MESH_HOME = home(t);
  mkdirSync(join(MESH_HOME, 'postgres'));
  const terminal = recorder();
  assert.equal(await runReset(['--dry-run'], { MESH_HOME }, terminal), 2);
  assert.match(terminal.complaints.join(), /takes no arguments, but got --dry-run/);
  assert.equal(existsSync(join(MESH_HOME, 'postgres')), true);
});
