import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { checkWire } from './check-wire.ts';
import { scriptOf } from './protos.ts';
import { makeRepository } from './testing/make-repository.ts';
import { proto, protosFixture } from './testing/protos-fixture.ts';

/** A repository whose protos were accepted and then changed to another text. */
function changedTo(t: TestContext, text: string) {
  const repository = makeRepository(t, protosFixture());
  const cwd = join(repository.root, 'protos');
  const { status } = spawnSync(scriptOf(repository, 'accept:breaking'), { cwd, shell: true });
  assert.equal(status, 0);
  writeFileSync(join(cwd, 'mesh/echo/v1/echo.proto'), text);
  return { repository, accept: () => spawnSync('npm', ['run', 'accept'], { cwd, encoding: 'utf8' }) };
}

test('accepted protos pass, whatever their comments say later', (t) => {
  assert.deepEqual(checkWire(changedTo(t, `${proto}\n// A thought.\n`).repository), []);
});

test('a renumbered field is named, with the way to accept it', (t) => {
  const { repository, accept } = changedTo(t, proto.replace('string text = 1;', 'string text = 2;'));
  const [complaint] = checkWire(repository);
  assert.match(
    complaint ?? '',
    /breaks existing clients[\s\S]*EchoRequest[\s\S]*npm run accept:breaking -w protos/,
  );
  assert.notEqual(accept().status, 0, 'a break is not accepted in passing');
});

test('a renamed field is a break too, as JSON carries names', (t) => {
  assert.equal(checkWire(changedTo(t, proto.replace('string text', 'string words')).repository).length, 1);
});

test('a compatible change fails until it is accepted', (t) => {
  const { repository, accept } = changedTo(
    t,
    proto.replace('text = 1;', 'text = 1;\n  string language = 2;'),
  );
  assert.match(checkWire(repository)[0] ?? '', /lacks the newest change .*npm run accept -w protos/);
  assert.equal(accept().status, 0);
  assert.deepEqual(checkWire(repository), []);
});

test('a breach of the lint rules is named', (t) => {
  const complaints = checkWire(changedTo(t, proto.replaceAll('EchoService', 'Echo')).repository);
  assert.match(complaints[0] ?? '', /does not pass buf lint:[\s\S]*echo\.proto/);
});
