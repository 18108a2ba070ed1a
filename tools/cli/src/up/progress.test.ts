import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recorder } from '../terminal/recorder.ts';
import { showProgress } from './progress.ts';

function startTwo(canRewrite: boolean): string {
  const terminal = recorder();
  const progress = showProgress(terminal, canRewrite);
  progress.waitFor(['order', 'gateway']);
  progress.done('order');
  progress.say('gateway ended (code 1) and is started again.');
  progress.done('gateway');
  return terminal.out().replaceAll(/\d+\.\d s/g, 'N s');
}

test('in a file there is one line a step and nothing is taken back', () => {
  assert.equal(
    startTwo(false),
    '  ✓ order           N s\ngateway ended (code 1) and is started again.\n  ✓ gateway         N s\n',
  );
});

test('on a terminal the last line names what is still waited for', () => {
  const lastLines = startTwo(true)
    .split('\n')
    .map((line) => line.split('\r\x1b[2K').at(-1));
  assert.deepEqual(lastLines, [
    '  ✓ order           N s',
    'gateway ended (code 1) and is started again.',
    '  ✓ gateway         N s',
    '',
  ]);
  assert.match(
    startTwo(true),
    /… waiting for order, gateway\r[^\n]*✓ order {11}N s\n {2}… waiting for gateway\r/,
  );
});
