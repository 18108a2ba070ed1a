import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTags } from './check-tags.ts';
import { makeRepository, manifestOf } from './testing/make-repository.ts';

test('a workspace with one known type passes', (t) => {
  assert.deepEqual(checkTags(makeRepository(t, { 'apps/a/package.json': manifestOf('a', 'app') })), []);
});

const broken = {
  'without a type': { name: '@mesh/a', nx: { tags: ['scope:a'] } },
  'with two types': { name: '@mesh/a', nx: { tags: ['type:app', 'type:lib'] } },
  'with an unknown type': manifestOf('a', 'service'),
  'without tags': { name: '@mesh/a' },
};
for (const [what, manifest] of Object.entries(broken)) {
  test(`a workspace ${what} fails`, (t) => {
    const complaints = checkTags(makeRepository(t, { 'apps/a/package.json': manifest }));
    assert.equal(complaints.length, 1);
    assert.match(complaints[0] ?? '', /^apps\/a\/package\.json .*exactly one of type:protos, type:lib/);
  });
}
