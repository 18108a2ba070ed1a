import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { report } from './report.ts';
import { makeRepository, manifestOf } from './testing/make-repository.ts';
import { protosFixture } from './testing/protos-fixture.ts';

test('every check is run and every sentence is shown, also after one that complains', async (t) => {
  const repository = makeRepository(t, {});
  const { text, exitCode } = await report(repository, [
    () => ['one.', 'two.'],
    async () => ['three.'],
    () => [],
  ]);
  assert.equal(text, '✖ one.\n✖ two.\n✖ three.\n');
  assert.equal(exitCode, 1);
});

test('without a complaint it says how much was looked at', async (t) => {
  const repository = makeRepository(t, { 'libs/a/package.json': manifestOf('a', 'lib') });
  assert.deepEqual(await report(repository, [() => []]), {
    text: '1 rules hold in 1 projects.\n',
    exitCode: 0,
  });
});

test('the program ends with 1 in a repository that breaks a rule', (t) => {
  const { root } = makeRepository(t, {
    ...protosFixture(),
    'apps/order/package.json': manifestOf('order', 'app', ['winston']),
  });
  const main = new URL('main.ts', import.meta.url).pathname;
  const { status, stdout } = spawnSync(process.execPath, [main], { cwd: root, encoding: 'utf8' });
  assert.match(stdout, /^✖ apps\/order\/package\.json depends on winston: /m);
  assert.equal(status, 1);
});
