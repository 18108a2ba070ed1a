import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { checkLoaderFlags } from './check-loader-flags.ts';
import { makeRepository } from './testing/make-repository.ts';
import { protosFixture } from './testing/protos-fixture.ts';

/** The complaints after a change of the text of one file of the real protos workspace. */
function complaintsAfter(t: TestContext, file: string, from: string, to: string): Promise<string[]> {
  const files = protosFixture();
  const text = files[file] ?? '';
  assert.ok(text.includes(from), `${file} no longer has ${from}`);
  return checkLoaderFlags(makeRepository(t, { ...files, [file]: text.replace(from, to) }));
}

test('the flags of the generator equal the options of the loader', async (t) => {
  assert.deepEqual(await checkLoaderFlags(makeRepository(t, protosFixture())), []);
});

test('a flag that the loader does not have fails', async (t) => {
  assert.deepEqual(await complaintsAfter(t, 'protos/package.json', '--oneofs', '--oneofs --keepCase'), [
    'protos/package.json generates with keepCase true but protos/src/loader-options.ts loads with unset: ' +
      'make them equal and run `npm run generate`.',
  ]);
});

test('a flag that is gone fails', async (t) => {
  const [complaint] = await complaintsAfter(t, 'protos/package.json', '--defaults ', '');
  assert.match(complaint ?? '', /generates with defaults unset but .* loads with true/);
});

test('an option of another value fails', async (t) => {
  const file = 'protos/src/loader-options.ts';
  const [complaint] = await complaintsAfter(t, file, 'longs: String', 'longs: Number');
  assert.match(complaint ?? '', /generates with longs String but .* loads with Number/);
});

test('an option that the generator does not have fails', async (t) => {
  const [complaint] = await complaintsAfter(t, 'protos/src/loader-options.ts', 'enums: String,', '');
  assert.match(complaint ?? '', /generates with enums String but .* loads with unset/);
});
