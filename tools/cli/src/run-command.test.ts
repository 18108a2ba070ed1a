import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { runCommand } from './run-command.ts';

const main = new URL('main.ts', import.meta.url).pathname;
const mesh = (...words: string[]) =>
  spawnSync(process.execPath, ['-C', '@mesh/source', main, ...words], { encoding: 'utf8' });

test('a command gets the words after its name and its answer is the exit code', async () => {
  const seen: unknown[] = [];
  const run = async (args: string[], env: unknown) => seen.push(args, env) + 5;
  assert.equal(await runCommand({ greet: { summary: '', run } }, ['greet', 'a', '--b'], { HOME: '/x' }), 7);
  assert.deepEqual(seen, [['a', '--b'], { HOME: '/x' }]);
});

test('an unknown command is named and the commands are listed, with exit code 2', () => {
  const { status, stderr, stdout } = mesh('tracee');
  assert.equal(status, 2);
  assert.match(stderr, /no command "tracee"[\s\S]*Commands:/);
  assert.equal(stdout, '');
});

test('a name that every object has is not a command', () => {
  assert.equal(mesh('constructor').status, 2);
});

test('help lists the commands on stdout with exit code 0', () => {
  const { status, stdout } = mesh('--help');
  assert.equal(status, 0);
  assert.match(stdout, /^Commands:/);
});
