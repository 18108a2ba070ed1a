import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { checkMains } from './check-mains.ts';
import { makeRepository, manifestOf } from './testing/make-repository.ts';

function complaintsAbout(t: TestContext, source: string): string[] {
  const files = { 'apps/a/package.json': manifestOf('a', 'app'), 'apps/a/src/main.ts': source };
  return checkMains(makeRepository(t, files));
}

test('a main that names parts and joins them passes', (t) => {
  const comments = '// if (this) reads as a rule, it is a comment\n/* for (ever) */\n';
  assert.deepEqual(
    complaintsAbout(t, `${comments}const pool = connect(url);\nserve({ orders: pool });\n`),
    [],
  );
});

test('a main of 41 lines fails', (t) => {
  assert.deepEqual(complaintsAbout(t, 'join();\n'.repeat(40)), []);
  assert.match(complaintsAbout(t, 'join();\n'.repeat(41))[0] ?? '', /^apps\/a\/src\/main\.ts has 41 lines/);
});

for (const source of [
  'if (x) y();',
  'for (const x of y) z(x);',
  'for await (const x of y) z(x);',
  'while (x) y();',
  'do { y(); } while (x);',
  'switch (x) { case 1: y(); }',
]) {
  test(`a main with "${source}" fails`, (t) => {
    assert.match(
      complaintsAbout(t, source)[0] ?? '',
      /^apps\/a\/src\/main\.ts has a rule in it \("\w+"\): move it/,
    );
  });
}
