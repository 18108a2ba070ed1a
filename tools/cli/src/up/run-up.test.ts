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

test('an argument is refused', async () => {
  assert.deepEqual(await complaintsOf(['--detach'], {}), [
    'mesh up takes no arguments, but got --detach. It is configured by environment variables.',
  ]);
});

test('a variable that cannot be used is named with its value', async () => {
  assert.deepEqual(await complaintsOf([], { JAEGER_PORT: 'x' }), [
    'mesh up: JAEGER_PORT must be a port, 0 to 65535; it is "x".',
  ]);
});
