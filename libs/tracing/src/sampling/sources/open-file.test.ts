import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Line, startService } from '../../testing/service.ts';
import { startSampled } from './testing/sampled-service.ts';

let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mesh-sampling-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const documentOf = (policy: 'always' | 'never') => JSON.stringify({ version: 1, default: { policy } });

/** As Kubernetes mounts a ConfigMap: all files are links through one link to a folder, which is put in place by a rename. */
async function mount(version: string, text: string): Promise<void> {
  await mkdir(join(folder, version));
  await writeFile(join(folder, version, 'sampling.json'), text);
  await symlink(version, join(folder, '..data_tmp'));
  await rename(join(folder, '..data_tmp'), join(folder, '..data'));
}

test('a file is followed in whatever way it changes, within 2 s, in capture too; while it is wrong, what was in effect stays', async () => {
  await mount('..1', documentOf('always'));
  const file = join(folder, 'sampling.json');
  await symlink('..data/sampling.json', file);
  await using service = startSampled({ MESH_SAMPLING_FILE: file });
  await service.stays(true);

  await service.changes(false, () => mount('..2', documentOf('never')));
  await service.changes(true, () => writeFile(file, documentOf('always')));
  await service.changes(false, async () => {
    await writeFile(`${file}~`, documentOf('never'));
    await rename(`${file}~`, file);
  });

  await rm(file);
  await service.warning(/there is no such file/);
  await service.stays(false);
  await service.changes(true, () => writeFile(file, documentOf('always')));

  await writeFile(file, '');
  await service.warning(/must be JSON, but is empty/);
  await writeFile(file, documentOf('never').slice(0, -3));
  await service.warning(/must be JSON, but: /);
  await writeFile(file, JSON.stringify({ version: 1, default: { ratio: 2, rate: 1 } }));
  await service.warning(/default\.ratio must be a number from 0 to 1, but is 2; default has no \\"rate\\"/);
  await service.stays(true);
  await writeFile(file, documentOf('always'));
  const warnings = await service.warning(/can be read again/);
  await service.changes(false, () => writeFile(file, documentOf('never')));

  const whatIsDropped = (is: boolean) => (line: Line) => line['isRecorded'] === is;
  const off = JSON.stringify({ version: 1, default: { policy: 'never' }, capture: null });
  await service.becomes(whatIsDropped(false), () => writeFile(file, off));
  await service.becomes(whatIsDropped(true), () => writeFile(file, documentOf('never')));

  assert.equal(warnings.length, 5, warnings.join('\n'));
  service.stop();
  await service.exit;
  const changes = service.lines.filter(({ message }) => message === 'sampling changed');
  assert.deepEqual(
    changes.map(({ sampling }) => sampling),
    ['never', 'always', 'never', 'always', 'never', 'never; no capture', 'never'],
  );
  const { source, capture } = (await service.line('ends')) as Record<string, object>;
  assert.equal(Object(source).location, file);
  // All of them began here, and have ended well.
  assert.deepEqual([Object(capture).traces, Object(capture).bytes], [0, 0]);
});

for (const [what, text, sentence] of [
  ['missing', undefined, /MESH_SAMPLING_FILE=.*absent\.json: there is no such file\./],
  [
    'wrong',
    '{"version":2,"default":{"ratio":7}}',
    /version must be 1, but is 2; default\.ratio must be a number from 0 to 1, but is 7\./,
  ],
] as const) {
  test(`a service does not start with a file that is ${what}`, async () => {
    const file = join(folder, text ? 'wrong.json' : 'absent.json');
    if (text) await writeFile(file, text);
    await using service = startService('one-span', { env: { MESH_SAMPLING_FILE: file } });
    assert.equal((await service.exit).code, 1);
    assert.match(service.stderr(), sentence);
    assert.doesNotMatch(service.stderr(), /^ +at /m);
    assert.equal(service.stdout(), '');
  });
}
