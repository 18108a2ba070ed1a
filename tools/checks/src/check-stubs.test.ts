import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { checkStubs } from './check-stubs.ts';
import { scriptOf } from './protos.ts';
import type { Repository } from './repository.ts';
import { makeRepository } from './testing/make-repository.ts';
import { proto, protosFixture } from './testing/protos-fixture.ts';

const request = 'src/gen/mesh/echo/v1/EchoRequest.ts';

function generated(t: TestContext): { repository: Repository; folder: string } {
  const status = 'syntax = "proto3";\npackage google.rpc;\nmessage Status { int32 code = 1; }\n';
  const repository = makeRepository(t, { ...protosFixture(), 'protos/google/rpc/status.proto': status });
  const folder = join(repository.root, 'protos');
  const { status: code } = spawnSync(scriptOf(repository, 'generate'), { cwd: folder, shell: true });
  assert.equal(code, 0);
  return { repository, folder };
}

test('stubs that were just generated pass', (t) => {
  assert.deepEqual(checkStubs(generated(t).repository), []);
});

test('stubs older than their proto fail', (t) => {
  const { repository, folder } = generated(t);
  writeFileSync(
    join(folder, 'mesh/echo/v1/echo.proto'),
    proto.replace('string text = 1;', 'string words = 1;'),
  );
  assert.deepEqual(checkStubs(repository), [
    `protos/${request} is not what the protos give: run \`npm run generate\` and commit it.`,
  ]);
});

test('a stub edited by hand, one deleted and one left over fail', (t) => {
  const { repository, folder } = generated(t);
  appendFileSync(join(folder, request), '// edited\n');
  rmSync(join(folder, 'src/gen/mesh/echo/v1/EchoResponse.ts'));
  mkdirSync(join(folder, 'src/gen/old'));
  writeFileSync(join(folder, 'src/gen/old/Gone.ts'), '');
  assert.equal(checkStubs(repository).length, 3);
});

test('a proto that does not compile fails with the reason', (t) => {
  const { repository, folder } = generated(t);
  writeFileSync(join(folder, 'mesh/echo/v1/echo.proto'), 'message {');
  assert.match(checkStubs(repository)[0] ?? '', /`npm run generate` fails:\n[\s\S]*echo\.proto/);
});
