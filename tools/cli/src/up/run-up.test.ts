import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Env } from '../command.ts';
import { recorder } from '../terminal/recorder.ts';
import { runUp } from './run-up.ts';

/** What is complained about, with exit code 2 and before anything is done. */
async function complaintsOf(args: string[], env: Env) {
  const terminal = recorder();
  const stop = new AbortController().signal;
  assert.equal(await runUp(args, env, { terminal, canRewrite: false, signals: { stop, force: stop } }), 2);
  assert.equal(terminal.out(), '');
  return terminal.complaints;
}

test('an argument that is not known is refused', async () => {
  const [problem = ''] = await complaintsOf(['--detach'], {});
  assert.match(problem, /^mesh up: Unknown option '--detach'.*\nSee mesh up --help\.$/s);
});

test('help is printed and nothing is started', async () => {
  const terminal = recorder();
  const stop = new AbortController().signal;
  const surroundings = { terminal, canRewrite: false, signals: { stop, force: stop } };
  assert.equal(await runUp(['--help'], {}, surroundings), 0);
  assert.match(terminal.out(), /--backends lite .*default/);
});

test('a variable that cannot be used is named with its value', async () => {
  assert.deepEqual(await complaintsOf([], { JAEGER_PORT: 'x' }), [
    'mesh up: JAEGER_PORT must be a port, 0 to 65535; it is "x".',
  ]);
});
