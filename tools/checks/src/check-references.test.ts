import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { checkReferences } from './check-references.ts';
import { type Files, makeRepository, manifestOf } from './testing/make-repository.ts';

const referring = (...paths: string[]) => ({ references: paths.map((path) => ({ path })) });

function complaintsWhen(t: TestContext, changed: Files): string[] {
  const files = {
    'tsconfig.json': referring('libs/rpc', 'apps/order', 'e2e'),
    'libs/rpc/package.json': manifestOf('rpc', 'lib'),
    'libs/rpc/tsconfig.json': {},
    'apps/order/package.json': manifestOf('order', 'app', ['@mesh/rpc', 'zod']),
    'apps/order/tsconfig.json': referring('../../libs/rpc'),
    'e2e/package.json': manifestOf('e2e', 'e2e', ['@mesh/rpc', '@mesh/order']),
    'e2e/tsconfig.json': {},
  };
  return checkReferences(makeRepository(t, { ...files, ...changed }));
}

test('references that equal the declared libraries pass', (t) => {
  assert.deepEqual(complaintsWhen(t, {}), []);
});

test('a missing reference fails', (t) => {
  assert.deepEqual(complaintsWhen(t, { 'apps/order/tsconfig.json': {} }), [
    'apps/order/tsconfig.json lacks the reference to libs/rpc: add {"path": "../../libs/rpc"}.',
  ]);
});

test('a reference to what is not declared fails', (t) => {
  assert.deepEqual(complaintsWhen(t, { 'libs/rpc/tsconfig.json': referring('../../apps/order') }), [
    'libs/rpc/tsconfig.json refers to apps/order, which is not used: remove the reference.',
  ]);
});

test('a workspace that the root does not build fails', (t) => {
  assert.deepEqual(complaintsWhen(t, { 'tsconfig.json': referring('libs/rpc', 'e2e') }), [
    'tsconfig.json lacks the reference to apps/order: add {"path": "apps/order"}.',
  ]);
});

test('a workspace without tsconfig.json fails', (t) => {
  const complaints = complaintsWhen(t, { 'apps/web/package.json': manifestOf('web', 'app') });
  assert.ok(complaints.some((complaint) => complaint.startsWith('apps/web/tsconfig.json is missing')));
});

test('e2e refers to what it imports, not to what it spawns', (t) => {
  const source = { 'e2e/src/order.test.ts': `import { connect } from '@mesh/rpc';` };
  assert.deepEqual(complaintsWhen(t, { ...source, 'e2e/tsconfig.json': referring('../libs/rpc') }), []);
  assert.equal(complaintsWhen(t, source).length, 1);
  assert.equal(complaintsWhen(t, { 'e2e/tsconfig.json': referring('../apps/order') }).length, 1);
});
