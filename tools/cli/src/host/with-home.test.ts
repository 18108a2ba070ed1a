import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { withHome } from './with-home.ts';

test('a home that cannot be written is told with its path and MESH_HOME, and nothing runs in it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-home-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const complaints: string[] = [];
  const code = await withHome(
    { MESH_HOME: file },
    (sentence) => complaints.push(sentence),
    () => assert.fail('it must not run'),
  );
  assert.equal(code, 1);
  assert.deepEqual(complaints, [
    `Cannot write ${join(file, 'logs')} (ENOTDIR): set MESH_HOME to a folder that this user may write to.`,
  ]);
});
