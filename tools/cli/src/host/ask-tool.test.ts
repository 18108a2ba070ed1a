import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { askTool } from './ask-tool.ts';

const stubborn = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);";
const ask = (code: string, { signal = new AbortController().signal, timeoutMs = 20_000 } = {}) =>
  askTool(process.execPath, ['-e', code], { env: {}, cwd: tmpdir(), signal, timeoutMs });

test('a program is answered for with its code and what it printed', async () => {
  const answer = await ask("console.log('out'); console.error('err'); process.exitCode = 3");
  assert.deepEqual(answer, { code: 3, stdout: 'out\n', stderr: 'err\n' });
});

test('a program that does not end is told from one that is missing', async () => {
  await assert.rejects(
    ask(stubborn, { timeoutMs: 200 }),
    /^Error: ".*" did not answer within 0\.2 s: run it/,
  );
  const signal = new AbortController().signal;
  const { code } = await askTool('no-such-program', [], { env: {}, cwd: tmpdir(), signal });
  assert.equal(code, undefined);
});

test('a stop ends the question with its reason', async () => {
  const stop = new AbortController();
  const asked = ask(stubborn, { signal: stop.signal });
  stop.abort(new Error('the mesh stops'));
  await assert.rejects(asked, { message: 'the mesh stops' });
});
