import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { repositoryRoot } from '../host/home.ts';
import { PRESETS, presetFile, readDocument } from './read-document.ts';

test('every document of the repository is a good one and can be named', () => {
  const files = readdirSync(dirname(presetFile('quiet'))).map((file) => file.replace('.json', ''));
  assert.deepEqual(files.sort(), [...PRESETS].sort());
  const kinds = PRESETS.map((name) => readDocument(name).document.default.kind);
  assert.deepEqual(kinds, ['always', 'ratio', 'ratio']);
});

test('containers start with the document that keeps everything', () => {
  const text = readFileSync(join(repositoryRoot, 'deploy/compose/sampling/sampling.json'), 'utf8');
  assert.equal(text, readDocument('quiet').text);
});
