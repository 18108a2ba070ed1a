import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const installer = fileURLToPath(new URL('../../install.mjs', import.meta.url));
const lock = {
  '': { version: '0.1.0' },
  'libs/rpc': { version: '0.1.0' },
  'node_modules/@mesh/rpc': { resolved: 'libs/rpc', link: true },
  'node_modules/pg': { version: '8.23.1' },
  'node_modules/fsevents': { version: '2.0.0', optional: true },
};
const installed = {
  'node_modules/@mesh/rpc': lock['node_modules/@mesh/rpc'],
  'node_modules/pg': lock['node_modules/pg'],
};

/** A repository with these packages installed, and an npm that only notes its arguments and ends with `npmExit`. */
function repository(t: TestContext, present: object | undefined, npmExit = 0) {
  const root = mkdtempSync(join(tmpdir(), 'mesh-install-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'tools'));
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  copyFileSync(installer, join(root, 'tools/install.mjs'));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: lock }));
  if (present)
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }));
  writeFileSync(join(root, 'node_modules/.bin/node'), '');
  const npm = join(root, 'npm.cjs');
  writeFileSync(npm, `require('fs').writeFileSync('${root}/called', ''); process.exit(${npmExit});`);
  const run = () =>
    spawnSync(process.execPath, [join(root, 'tools/install.mjs')], {
      env: { npm_execpath: npm },
      encoding: 'utf8',
    });
  return { root, run, called: () => existsSync(join(root, 'called')) };
}

test('nothing is said and done when everything is in place; an optional package may be missing', (t) => {
  const { run, called } = repository(t, installed);
  const { status, stdout, stderr } = run();
  assert.deepEqual([status, stdout, stderr, called()], [0, '', '', false]);
});

for (const [what, present] of Object.entries({
  'nothing is installed': undefined,
  'a package is missing': { 'node_modules/@mesh/rpc': installed['node_modules/@mesh/rpc'] },
  'a package has another version': { ...installed, 'node_modules/pg': { version: '8.0.0' } },
  'an optional package has another version': { ...installed, 'node_modules/fsevents': { version: '1.0.0' } },
  'a workspace has moved': { ...installed, 'node_modules/@mesh/rpc': { resolved: 'libs/old', link: true } },
})) {
  test(`npm ci runs when ${what}, and one line tells how long it took`, (t) => {
    const { run, called } = repository(t, present);
    const { status, stdout } = run();
    assert.equal(status, 0);
    assert.ok(called());
    assert.match(stdout, /^[^\n]*npm ci[^\n]* done in \d+ s\.\n$/);
  });
}

test('npm ci runs when its Node is gone', (t) => {
  const { root, run, called } = repository(t, installed);
  rmSync(join(root, 'node_modules/.bin/node'));
  assert.equal(run().status, 0);
  assert.ok(called());
});

test('a failure of npm is passed on with a sentence', (t) => {
  const { status, stderr } = repository(t, undefined, 7).run();
  assert.equal(status, 7);
  assert.match(stderr, /The packages could not be installed \(exit code 7\)/);
});

test('Ctrl-C waits until npm has taken back what it began', async (t) => {
  const { root } = repository(t, undefined);
  const takenBack = join(root, 'taken-back');
  writeFileSync(
    join(root, 'npm.cjs'),
    `process.on('SIGINT', () => setTimeout(() => {
       require('fs').writeFileSync('${takenBack}', '');
       process.exit(130);
     }, 300));
     setInterval(() => {}, 1000);
     process.stderr.write('begun');`,
  );
  const installing = spawn(process.execPath, [join(root, 'tools/install.mjs')], {
    env: { npm_execpath: join(root, 'npm.cjs') },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  await once(installing.stderr, 'data');
  process.kill(-(installing.pid ?? 0), 'SIGINT');
  const [code] = await once(installing, 'exit');
  assert.equal(code, 130);
  assert.ok(existsSync(takenBack));
});
