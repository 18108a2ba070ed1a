import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { processStartTime } from '../host/process-start-time.ts';
import type { FixtureProgram } from './testing/fixture-host.ts';
import {
  alive,
  eventually,
  type FixtureHost,
  fixtureHome,
  pidOf,
  runFixtureHost,
} from './testing/run-fixture-host.ts';

const forever = "setInterval(() => {}, 1000); console.log('ready');";
const steady = `process.on('SIGTERM', () => process.exit(0)); ${forever}`;
const slow = `process.on('SIGTERM', () => setTimeout(() => process.exit(0), 300)); ${forever}`;
const stubborn = `process.on('SIGTERM', () => {}); ${forever}`;
const program = (name: string, code = steady): FixtureProgram => ({ name, code });

async function upWith(t: TestContext, groups: FixtureProgram[][], home = fixtureHome(t)) {
  const host = runFixtureHost(t, home, groups);
  await host.says('everything is up');
  return { host, home };
}

/** Signals the host and answers its exit code, and how long it took to end. */
async function stop(host: FixtureHost, ...signals: NodeJS.Signals[]) {
  const started = performance.now();
  for (const signal of signals) host.signal(signal);
  const code = await host.ended;
  return { code, ms: performance.now() - started };
}

test('a program that ends is started again at once, whatever its exit code, and that is said', async (t) => {
  const { host, home } = await upWith(t, [[program('a'), program('b')]]);
  const [a, b] = [pidOf(home, 'a'), pidOf(home, 'b')];
  process.kill(a ?? 0, 'SIGTERM');
  process.kill(b ?? 0, 'SIGKILL');
  await host.says(/^a ended \(code 0\) and is started again\.$/m);
  await host.says(/^b ended \(SIGKILL\) and is started again\.$/m);
  const renewed = () =>
    ![undefined, a].includes(pidOf(home, 'a')) && ![undefined, b].includes(pidOf(home, 'b'));
  await eventually(renewed, () => 'both have another pid');
});

test('programs stop in the opposite order of their start, one after the other', async (t) => {
  const home = fixtureHome(t);
  const log = join(home, 'order');
  const noting = (name: string) =>
    `const note = (what) => require('fs').appendFileSync('${log}', '${name} ' + what + ' ');
     process.on('SIGTERM', () => { note('asked'); setTimeout(() => { note('ended'); process.exit(0); }, 100); });
     ${forever}`;
  const named = (name: string) => program(name, noting(name));
  const groups = [
    [named('postgres'), named('lite')],
    [named('order'), named('gateway')],
  ];
  const { host } = await upWith(t, groups, home);
  assert.equal((await stop(host, 'SIGTERM')).code, 0);
  const order = ['gateway', 'order', 'lite', 'postgres'].map((name) => `${name} asked ${name} ended `);
  assert.equal(readFileSync(log, 'utf8'), order.join(''));
  assert.deepEqual(readdirSync(join(home, 'run')), []);
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal}, also when it comes twice within a second, stops in order with exit code 0`, async (t) => {
    const { host, home } = await upWith(t, [[program('slow', slow)]]);
    const { code, ms } = await stop(host, signal, signal);
    assert.equal(code, 0);
    assert.ok(ms >= 300, `it was cut short after ${ms} ms`);
    assert.deepEqual(alive(home), []);
  });
}

test('a reader that goes away hinders neither the mesh nor its stop', async (t) => {
  const { host, home } = await upWith(t, [[program('a')], [program('b')]]);
  host.stopReading();
  const pid = pidOf(home, 'a') ?? 0;
  process.kill(pid, 'SIGKILL');
  await eventually(
    () => ![undefined, pid].includes(pidOf(home, 'a')),
    () => 'it is started again',
  );
  assert.equal((await stop(host, 'SIGTERM')).code, 0);
  assert.deepEqual(alive(home), []);
});

test('what does not end is killed, and the whole stop takes less than 5 s', async (t) => {
  const { host, home } = await upWith(t, [[program('first')], [program('stubborn', stubborn)]]);
  const pid = pidOf(home, 'stubborn') ?? 0;
  const { code, ms } = await stop(host, 'SIGINT');
  assert.equal(code, 0);
  assert.ok(ms > 4_000 && ms < 5_000, `it took ${ms} ms`);
  assert.equal(processStartTime(pid), undefined);
});

test('a second signal after more than a second forces the stop', async (t) => {
  const { host, home } = await upWith(t, [[program('stubborn', stubborn)]]);
  const started = performance.now();
  host.signal('SIGINT');
  await eventually(
    () => performance.now() - started > 1_200,
    () => 'time passes',
  );
  assert.equal((await stop(host, 'SIGINT')).code, 0);
  assert.ok(performance.now() - started < 3_500);
  assert.deepEqual(alive(home), []);
});

test('a signal during the start stops what has been started', async (t) => {
  const home = fixtureHome(t);
  const host = runFixtureHost(t, home, [
    [program('ready')],
    [program('never-ready', 'setInterval(() => {}, 1000)')],
  ]);
  await eventually(
    () => pidOf(home, 'never-ready') !== undefined,
    () => 'it waits for the second program',
  );
  assert.equal((await stop(host, 'SIGINT')).code, 0);
  assert.doesNotMatch(host.output(), /everything is up/);
  assert.deepEqual(alive(home), []);
});

test('after kill -9 of a host the next one ends what it left and starts', async (t) => {
  const { host, home } = await upWith(t, [[program('a'), program('b', stubborn)]]);
  const left = alive(home).filter(({ name }) => name !== 'host');
  assert.equal((await stop(host, 'SIGKILL')).code, 'SIGKILL');
  assert.equal(left.filter(({ pid }) => processStartTime(pid)).length, 2);
  const next = await upWith(t, [[program('a'), program('b')]], home);
  assert.match(next.host.output(), /ended 2 leftovers/);
  assert.deepEqual(
    left.filter(({ pid }) => processStartTime(pid)),
    [],
  );
});

test('of what a killed host left, the child of a launcher ends as well', async (t) => {
  const home = fixtureHome(t);
  const launcher = `
    const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    require('fs').writeFileSync('${join(home, 'child')}', String(child.pid)); ${steady}`;
  const { host } = await upWith(t, [[program('launcher', launcher)]], home);
  const child = Number(readFileSync(join(home, 'child'), 'utf8'));
  assert.equal((await stop(host, 'SIGKILL')).code, 'SIGKILL');
  assert.ok(processStartTime(child));
  await upWith(t, [[program('a')]], home);
  await eventually(
    () => processStartTime(child) === undefined,
    () => 'the child has ended',
  );
});

test('a second host of the same home is refused with the pid of the first, which goes on', async (t) => {
  const { host, home } = await upWith(t, [[program('a')]]);
  const second = runFixtureHost(t, home, [[program('a')]]);
  assert.equal(await second.ended, 1);
  assert.match(second.output(), new RegExp(`up already, run by process ${host.pid}:.*MESH_HOME`));
  assert.equal(pidOf(home, 'host'), host.pid);
});

test('a recorded pid that now belongs to another program is left alone', async (t) => {
  const home = fixtureHome(t);
  const other = spawn('sleep', ['600']);
  t.after(() => other.kill());
  mkdirSync(join(home, 'run'));
  for (const name of ['order', 'host']) {
    const record = { pid: other.pid, startTime: '1' };
    writeFileSync(join(home, 'run', `${name}.json`), JSON.stringify(record));
  }
  const { host } = await upWith(t, [[program('a')]], home);
  assert.match(host.output(), /ended 0 leftovers/);
  assert.ok(processStartTime(other.pid ?? 0));
});

test('a program that fails to start three times ends the start with exit code 1', async (t) => {
  const home = fixtureHome(t);
  const broken = program('broken', 'process.exit(3)');
  const host = runFixtureHost(t, home, [[program('a')], [broken]]);
  assert.equal(await host.ended, 1);
  const log = join(home, 'logs', 'broken.log');
  assert.ok(host.output().includes(`broken has failed to start 3 times: it ended (code 3, see ${log}).\n`));
  assert.deepEqual(alive(home), []);
});
