import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const PROGRAM = `
  import { atLast } from '${import.meta.resolve('./at-last.ts')}';
  atLast(() => console.log('end'));
  process.on('exit', () => console.log('first'));
  await null;
  process.once('exit', () => console.log('second'));`;

test('the end comes once, after the listeners that came later', () => {
  const node = ['--input-type=module', '-e', PROGRAM];
  const { stdout, stderr } = spawnSync(process.execPath, node, { encoding: 'utf8' });
  assert.equal(stdout, 'first\nsecond\nend\n', stderr);
});
