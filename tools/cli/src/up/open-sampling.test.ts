import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openHome } from '../host/home.ts';
import { presetFile } from '../sampling/read-document.ts';
import { SamplingError } from '../sampling/sampling-error.ts';
import { openSampling } from './open-sampling.ts';

function homeOf(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'mesh-home-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return openHome({ MESH_HOME: folder });
}

test('at first the services read a file that keeps everything, and what is changed in it stays', (t) => {
  const home = homeOf(t);
  const told = { MESH_SAMPLING_FILE: home.sampling };
  assert.deepEqual(openSampling({ MESH_SAMPLING_FILE: '' }, home), {
    env: told,
    place: `${home.sampling}: always`,
  });
  assert.equal(readFileSync(home.sampling, 'utf8'), readFileSync(presetFile('quiet'), 'utf8'));
  const own = '{ "version": 1, "default": { "policy": "never" } }';
  writeFileSync(home.sampling, own);
  assert.match(openSampling({}, home).place, /: never$/);
  assert.equal(readFileSync(home.sampling, 'utf8'), own);
});

test('a sampler that the user sets is left alone, and so is a file of his own', (t) => {
  const home = homeOf(t);
  const sampler = openSampling({ OTEL_TRACES_SAMPLER: 'always_off' }, home);
  assert.deepEqual(sampler, { env: {}, place: 'OTEL_TRACES_SAMPLER=always_off' });
  const file = presetFile('canary');
  assert.deepEqual(openSampling({ MESH_SAMPLING_FILE: file }, home).env, { MESH_SAMPLING_FILE: file });
  assert.throws(() => readFileSync(home.sampling), { code: 'ENOENT' });
  const both = { OTEL_TRACES_SAMPLER: 'always_off', MESH_SAMPLING_FILE: file };
  assert.throws(() => openSampling(both, home), /MESH_SAMPLING_FILE and OTEL_TRACES_SAMPLER are both set/);
});

test('a document that no service would start with stops the start with what is wrong', (t) => {
  const home = homeOf(t);
  writeFileSync(home.sampling, '{ "version": 2 }');
  assert.throws(
    () => openSampling({}, home),
    (error) => {
      assert.ok(error instanceof SamplingError);
      assert.match(
        error.message,
        /sampling\.json is refused:\n {2}version must be 1.*\nNo service .* "npx mesh sampling set quiet"\.$/s,
      );
      return true;
    },
  );
});
