import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkVersions } from './check-versions.ts';
import { makeRepository } from './testing/make-repository.ts';

test('exact versions pass, pre-releases too', (t) => {
  const manifest = { name: '@mesh/a', dependencies: { zod: '4.6.7', postgres: '18.4.0-beta.17' } };
  assert.deepEqual(checkVersions(makeRepository(t, { 'libs/a/package.json': manifest })), []);
});

for (const range of [
  '^1.2.3',
  '~1.2.3',
  '*',
  '1.x',
  '>=1.2.3',
  '1.2',
  'latest',
  'workspace:*',
  'file:../b',
]) {
  test(`"${range}" fails`, (t) => {
    const manifest = { name: '@mesh/a', dependencies: { zod: range } };
    const complaints = checkVersions(makeRepository(t, { 'libs/a/package.json': manifest }));
    assert.equal(complaints.length, 1);
    assert.match(complaints[0] ?? '', /^libs\/a\/package\.json asks for zod .*: pin one version/);
  });
}

test('every kind of dependency is looked at, in the root too', (t) => {
  const manifest = {
    name: 'root',
    dependencies: { a: '^1.0.0' },
    devDependencies: { b: '^1.0.0' },
    optionalDependencies: { c: '^1.0.0' },
    peerDependencies: { d: '^1.0.0' },
  };
  const complaints = checkVersions(makeRepository(t, { 'package.json': manifest }));
  assert.deepEqual(
    complaints.map((complaint) => /for (\w)/.exec(complaint)?.[1]),
    ['a', 'b', 'c', 'd'],
  );
});
