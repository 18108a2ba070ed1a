import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { checkMaven } from './check-maven.ts';
import { fetchArtifact } from './fetch-artifact.ts';
import { findJava } from './find-java.ts';
import { type FakeMachine, fakeMachine } from './testing/fake-tools.ts';

/** Copies or unpacks an artifact whose content is its own name. */
const mvn = `
for word; do case $word in
  *:copy|*:unpack) goal=\${word##*:} ;;
  -DoutputDirectory=*) folder=\${word#*=} ;;
esac; done
if [ $goal = copy ]; then printf content > "$folder/thing-1.2.zip"; else printf program > "$folder/unpacked"; fi`;
const askingOn = ({ env, folder }: FakeMachine) => {
  return { env, cwd: folder, signal: new AbortController().signal };
};
const sha256 = createHash('sha256').update('content').digest('hex');

async function fetched(t: TestContext, sum: string) {
  const { folder, env } = fakeMachine(t, { mvn });
  const draft = join(folder, 'draft');
  mkdirSync(draft);
  const source = { artifact: 'org.example:thing:1.2:zip', sha256: sum, inside: 'unpacked' };
  const logFile = join(folder, 'log');
  const making = { env, logFile, signal: new AbortController().signal, onPackage: () => {} };
  await fetchArtifact({ kind: 'maven', name: 'thing', key: 'thing', source }, draft, making);
  return draft;
}

test('a file of Maven Central is checked and unpacked, and only what was in it stays', async (t) => {
  const draft = await fetched(t, sha256);
  assert.deepEqual(readdirSync(draft), ['unpacked']);
  assert.equal(readFileSync(join(draft, 'unpacked'), 'utf8'), 'program');
});

test('a file that is not the pinned one is refused with both sums', async (t) => {
  const message = new RegExp(`^thing: .* has the SHA-256 ${sha256}, not 00: it is not used`);
  await assert.rejects(fetched(t, '00'), { message });
});

test('a machine without Maven is told what it is for and how to get it', async (t) => {
  const asking = askingOn(fakeMachine(t, {}));
  assert.match((await checkMaven(['zipkin'], asking)) ?? '', /^Maven is missing .*zipkin must be fetched/);
  assert.equal(await checkMaven([], asking), undefined);
});

test('a Java of 17 or newer is found with its home, and an older one is refused by its version', async (t) => {
  const java = (version: string) =>
    `printf '    java.home = /jdk\\n    java.specification.version = ${version}\\n' >&2`;
  const good = fakeMachine(t, { java: java('21') });
  assert.deepEqual(await findJava(askingOn(good)), { command: 'java', home: '/jdk' });
  const old = fakeMachine(t, { java: java('1.8') });
  await assert.rejects(findJava(askingOn(old)), /Java of 17 or newer \("java" is 1\.8\)/);
  const none = fakeMachine(t, {});
  await assert.rejects(findJava(askingOn(none)), /\(no "java"\)/);
});
