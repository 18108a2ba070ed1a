import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { moduleKey } from './module-key.ts';

const server = { file: 'server', goPackage: 'example.com/cmd/server' };

function moduleWith(t: TestContext, sum: string) {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-module-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'go.sum'), sum);
  return folder;
}

test('two clones of a module have one place in the cache, and one with other sources has another', (t) => {
  const key = moduleKey('thing', moduleWith(t, 'a'), [server]);
  assert.match(key, /^thing-[0-9a-f]{16}$/);
  assert.equal(moduleKey('thing', moduleWith(t, 'a'), [server]), key);
  assert.notEqual(moduleKey('thing', moduleWith(t, 'b'), [server]), key);
});

test('what was built before a program was listed is not taken for the place of that program', (t) => {
  const folder = moduleWith(t, 'a');
  const tool = { file: 'tool', goPackage: 'example.com/cmd/tool' };
  assert.notEqual(moduleKey('thing', folder, [server]), moduleKey('thing', folder, [server, tool]));
});
