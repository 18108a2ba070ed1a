import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { checkSizes } from './check-sizes.ts';
import { makeRepository, manifestOf } from './testing/make-repository.ts';

function complaintsAbout(t: TestContext, file: string, lines: number): string[] {
  const files = { 'libs/a/package.json': manifestOf('a', 'lib'), [`libs/a/${file}`]: 'x;\n'.repeat(lines) };
  return checkSizes(makeRepository(t, files));
}

test('a source of 120 lines passes, one of 121 fails', (t) => {
  assert.deepEqual(complaintsAbout(t, 'src/a.ts', 120), []);
  assert.deepEqual(complaintsAbout(t, 'src/a.ts', 121), [
    'libs/a/src/a.ts has 121 lines, over 120: give its parts a file each.',
  ]);
});

test('a test of 250 lines passes, one of 251 fails', (t) => {
  assert.deepEqual(complaintsAbout(t, 'src/a.test.ts', 250), []);
  assert.equal(complaintsAbout(t, 'src/a.test.ts', 251).length, 1);
});

test('a generated file may have any size', (t) => {
  assert.deepEqual(complaintsAbout(t, 'src/gen/a.ts', 1000), []);
});

test('a script outside the workspaces is held to the same', (t) => {
  const repository = makeRepository(t, { 'tools/install.mjs': 'x;\n'.repeat(121) });
  assert.match(checkSizes(repository)[0] ?? '', /^tools\/install\.mjs has 121 lines/);
});
