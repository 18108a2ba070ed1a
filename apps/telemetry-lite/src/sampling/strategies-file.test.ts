import assert from 'node:assert/strict';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { strategiesFile } from './strategies-file.ts';

const folder = await mkdtemp(join(tmpdir(), 'strategies-'));
after(() => rm(folder, { recursive: true }));

/** A file that can be written, what it makes of it, and what it says. */
function following(name: string) {
  const path = join(folder, name);
  const said: unknown[] = [];
  const current = strategiesFile(path, (level, message, fields) =>
    said.push([level, message, fields?.['error']]),
  );
  const ratio = async () => {
    const answer = (await current())?.('any');
    return answer?.strategyType === 0 && answer.probabilisticSampling.samplingRate;
  };
  return { path, said, ratio };
}
const byRatio = (param: number) => JSON.stringify({ default_strategy: { type: 'probabilistic', param } });

test('the next question after a change gets the new answer, also where the file was replaced', async () => {
  const { path, ratio, said } = following('changed');
  await writeFile(path, byRatio(0.5));
  assert.deepEqual([await ratio(), await ratio()], [0.5, 0.5]);
  await writeFile(`${path}.new`, byRatio(0.1));
  await rename(`${path}.new`, path);
  assert.equal(await ratio(), 0.1);
  assert.equal(said.length, 2);
});

test('a wrong file leaves the last good answers, and its fault is said once', async () => {
  const { path, ratio, said } = following('wrong');
  await writeFile(path, byRatio(0.5));
  await ratio();
  await writeFile(path, '{"default_strategy":{"param":"0.1"},"service_strategies":[null]}');
  assert.deepEqual([await ratio(), await ratio(), await ratio()], [0.5, 0.5, 0.5]);
  await writeFile(path, '{');
  assert.equal(await ratio(), 0.5);
  await rm(path);
  assert.deepEqual([await ratio(), await ratio()], [0.5, 0.5]);
  const errors = said.slice(1).map((line) => String(line));
  assert.equal(errors.length, 3);
  assert.match(String(errors[0]), /default_strategy\.param: .*service_strategies\.0: /);
  assert.match(String(errors[1]), /JSON/);
  assert.match(String(errors[2]), /ENOENT/);
  await writeFile(path, byRatio(0.25));
  assert.equal(await ratio(), 0.25);
});

test('before any good file nobody is told a ratio, and without the name of one every trace is kept', async () => {
  const { path, ratio, said } = following('not there yet');
  assert.deepEqual([await ratio(), await ratio()], [false, false]);
  assert.match(String(said), /^error,there are no sampling strategies,ENOENT[^,]*,[^,]*$/);
  await writeFile(path, byRatio(0.25));
  assert.equal(await ratio(), 0.25);
  const all = (await strategiesFile(undefined, () => {})())?.('any');
  assert.deepEqual(all, { strategyType: 0, probabilisticSampling: { samplingRate: 1 } });
});
