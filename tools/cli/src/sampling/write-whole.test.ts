import assert from 'node:assert/strict';
import {
  chownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { SamplingError } from './sampling-error.ts';
import { temporaryFolder } from './testing/fake-services.ts';
import { writeWhole } from './write-whole.ts';

test('another file takes the place of the old one, with its mode, and a link stays a link', (t) => {
  const folder = temporaryFolder(t);
  const [file, link] = [join(folder, 'real.json'), join(folder, 'link.json')];
  writeFileSync(file, 'old', { mode: 0o640 });
  symlinkSync(file, link);
  const { ino } = statSync(file);
  writeWhole(link, 'new');
  assert.ok(lstatSync(link).isSymbolicLink());
  assert.equal(readFileSync(file, 'utf8'), 'new');
  assert.equal(statSync(file).mode & 0o777, 0o640);
  assert.notEqual(statSync(file).ino, ino);
  assert.deepEqual(readdirSync(folder).sort(), ['link.json', 'real.json']);
});

test('who could read the file still can, whatever the umask and whoever writes it', (t) => {
  const file = join(temporaryFolder(t), 'sampling.json');
  writeFileSync(file, 'old', { mode: 0o644 });
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(file, 65_534, 65_534);
  const { uid, gid } = statSync(file);
  const umask = process.umask(0o077);
  t.after(() => process.umask(umask));
  writeWhole(file, 'new');
  const { mode, ...now } = statSync(file);
  assert.deepEqual([mode & 0o777, now.uid, now.gid], [0o644, uid, gid]);
});

test('what cannot be written is told with what the system says', (t) => {
  const folder = temporaryFolder(t);
  const deep = join(folder, 'a', 'b', 'sampling.json');
  for (const [file, code] of [
    [folder, 'not a file'],
    [deep, 'ENOENT'],
    ['/proc/none/sampling.json', 'ENOENT'],
  ] as const)
    assert.throws(() => writeWhole(file, 'text'), new SamplingError(`${file} cannot be written (${code}).`));
  assert.deepEqual(readdirSync(folder), []);
});
