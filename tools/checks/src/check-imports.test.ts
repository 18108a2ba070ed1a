import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { checkImports } from './check-imports.ts';
import { makeRepository, manifestOf } from './testing/make-repository.ts';

/** The complaints about `apps/order`, which declares `dependsOn` and holds one source. */
function complaintsAbout(
  t: TestContext,
  dependsOn: string[],
  source: string,
  file = 'src/main.ts',
): string[] {
  const repository = makeRepository(t, {
    'libs/rpc/package.json': manifestOf('rpc', 'lib'),
    'apps/gateway/package.json': manifestOf('gateway', 'app'),
    'apps/order/package.json': manifestOf('order', 'app', dependsOn),
    [`apps/order/${file}`]: source,
  });
  return checkImports(repository);
}

test('a declared project, an own file and a foreign package may be imported', (t) => {
  const source = `import { serve } from '@mesh/rpc';\nimport './config.ts';\nimport { z } from 'zod';\n`;
  assert.deepEqual(complaintsAbout(t, ['@mesh/rpc'], source), []);
});

const undeclared = {
  'an import': `import { serve } from '@mesh/rpc';`,
  'an import of a type': `import type { Server } from '@mesh/rpc';`,
  'an import of a sub-path': `import '@mesh/rpc/server';`,
  'a re-export': `export * from '@mesh/rpc';`,
  'a dynamic import': `const rpc = await ${'import('}'@mesh/rpc');`,
};
for (const [what, source] of Object.entries(undeclared)) {
  test(`${what} of a project that is not declared fails`, (t) => {
    assert.deepEqual(complaintsAbout(t, [], source), [
      'apps/order/src/main.ts imports @mesh/rpc: declare it in apps/order/package.json.',
    ]);
  });
}

test('a test file is held to the same', (t) => {
  assert.equal(complaintsAbout(t, [], `import '@mesh/rpc';`, 'src/order.test.ts').length, 1);
});

test('a relative path into another workspace fails', (t) => {
  const complaints = complaintsAbout(t, [], `import { route } from '../../gateway/src/route.ts';`);
  assert.deepEqual(complaints, [
    "apps/order/src/main.ts imports '../../gateway/src/route.ts', which lies outside its workspace: import the other project by its name.",
  ]);
});

test('a relative path into a workspace whose name only begins alike fails', (t) => {
  assert.equal(complaintsAbout(t, [], `import '../../order-history/src/main.ts';`).length, 1);
});

test('a declared project that nothing imports fails', (t) => {
  assert.deepEqual(complaintsAbout(t, ['@mesh/rpc'], ''), [
    'apps/order/package.json declares @mesh/rpc, which no source imports: remove it.',
  ]);
});

test('e2e declares the apps that it spawns, and need not import them', (t) => {
  const repository = makeRepository(t, {
    'apps/order/package.json': manifestOf('order', 'app'),
    'e2e/package.json': manifestOf('e2e', 'e2e', ['@mesh/order']),
  });
  assert.deepEqual(checkImports(repository), []);
});

test('generated, built and installed files are not read', (t) => {
  for (const folder of ['src/gen', 'dist', 'node_modules/x']) {
    assert.deepEqual(complaintsAbout(t, [], `import '@mesh/rpc';`, `${folder}/index.ts`), []);
  }
});
