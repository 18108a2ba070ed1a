import assert from 'node:assert/strict';
import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
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

test('what cannot be written is told with what the system says', (t) => {
  const folder = temporaryFolder(t);
  assert.throws(() => writeWhole(folder, 'text'), new SamplingError(`${folder} cannot be written (EISDIR).`));
});
