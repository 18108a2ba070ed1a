import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeRepository, manifestOf } from './testing/make-repository.ts';

test('workspaces are found by the root patterns, folders without a package.json are none', (t) => {
  const { workspaces } = makeRepository(t, {
    'libs/rpc/package.json': manifestOf('rpc', 'lib'),
    'apps/order/package.json': manifestOf('order', 'app'),
    'apps/notes/README.md': '',
    'other/package.json': manifestOf('other', 'lib'),
  });
  assert.deepEqual(
    workspaces.map(({ name, folder }) => [name, folder]),
    [
      ['@mesh/order', 'apps/order'],
      ['@mesh/rpc', 'libs/rpc'],
    ],
  );
});
