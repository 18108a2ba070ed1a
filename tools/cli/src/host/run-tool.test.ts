import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { processStartTime } from './process-start-time.ts';
import { runTool } from './run-tool.ts';
import { waitUntil } from './wait-until.ts';

/** Says the pid of a child, which does not hear SIGTERM, as it does not itself. */
const launcher = `
const forever = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log(process.pid)";
process.on('SIGTERM', () => {});
require('child_process').spawn(process.execPath, ['-e', forever], { stdio: 'inherit' });`;

function start(t: TestContext, code: string, logName = 'log') {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-run-tool-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const [stop, force] = [new AbortController(), new AbortController()];
  const lines: string[] = [];
  const ended = runTool({
    command: process.execPath,
    args: ['-e', code],
    cwd: folder,
    env: {},
    logFile: join(folder, logName),
    onLine: (line) => lines.push(line),
    signal: stop.signal,
    force: force.signal,
  });
  return { ended, stop, force, lines };
}

test('what does not end when it is asked ends by force, and what it has started with it', async (t) => {
  const { ended, stop, force, lines } = start(t, launcher);
  ended.catch(() => {});
  assert.ok(await waitUntil(() => lines.length > 0, 20_000));
  const pid = Number(lines[0]);
  stop.abort(new Error('the mesh stops'));
  assert.ok(processStartTime(pid));
  force.abort();
  await assert.rejects(ended, { message: 'the mesh stops' });
  assert.ok(await waitUntil(() => processStartTime(pid) === undefined, 20_000));
});

test('a log that cannot be written, as on a full disk, is told in a sentence', async (t) => {
  const endless = "setInterval(() => console.log('line'), 10)";
  const { ended } = start(t, endless, '.');
  await assert.rejects(ended, /^Error: Cannot write .* \(EISDIR\)\.$/);
});
