import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { recorder } from '../terminal/recorder.ts';
import { runNative } from './run-native.ts';
import { type FakeMachine, fakeMachine } from './testing/fake-tools.ts';

/** Writes what `-o` names, counts its runs, and says a package. */
const go = `
if [ "$1" = env ]; then echo go1.99.0; exit; fi
echo "$CGO_ENABLED $*" >> "$HOME/runs"
echo example.com/package >&2
[ -e "$HOME/broken" ] && { echo "undefined: thing" >&2; exit 1; }
while [ "$1" != -o ]; do shift; done
echo "made of $3" > "$2"`;

async function run({ env }: FakeMachine, args: string[], stop = new AbortController().signal) {
  const terminal = recorder();
  let progress = '';
  const printProgress = (text: string) => {
    progress += text;
  };
  const code = await runNative(args, env, { terminal, printProgress, canRewrite: false, stop });
  return { code, out: terminal.out(), complaints: terminal.complaints.join('\n'), progress };
}

const runsOf = ({ folder }: FakeMachine) => readFileSync(join(folder, 'runs'), 'utf8').trim().split('\n');
const cacheOf = ({ folder }: FakeMachine) => readdirSync(join(folder, 'cache/mesh/native'));
const machine = (t: TestContext, tools: Record<string, string> = { go }) => fakeMachine(t, tools);

test('a program is built once, and its path is the only thing on stdout', async (t) => {
  const here = machine(t);
  const first = await run(here, ['loki']);
  assert.equal(first.code, 0);
  const path = first.out.replace('loki\t', '').trim();
  assert.equal(readFileSync(path, 'utf8'), 'made of github.com/grafana/loki/v3/cmd/loki\n');
  assert.match(first.progress, /^Making loki: once, for all clones, .*\n {2}✓ loki +\d/);
  assert.match(runsOf(here).join(), /^0 build -v -trimpath -ldflags=-s -w -o /);
  assert.deepEqual(await run(here, ['loki']), { ...first, progress: '' });
  assert.equal(runsOf(here).length, 1);
});

test('two programs of one module come together', async (t) => {
  const here = machine(t);
  const { out } = await run(here, ['prometheus', 'promtool']);
  assert.equal(cacheOf(here).length, 1);
  assert.deepEqual(out.match(/^\w+/gm), ['prometheus', 'promtool']);
});

test('two that build at once both end well, and nothing but the program is left', async (t) => {
  const here = machine(t);
  const both = await Promise.all([run(here, ['jaeger']), run(here, ['jaeger'])]);
  assert.deepEqual([both[0].code, both[1].code, both[0].out], [0, 0, both[1].out]);
  assert.equal(cacheOf(here).length, 1);
});

test('a build that fails is told with its last lines and where all of them are, and is tried anew', async (t) => {
  const here = machine(t);
  writeFileSync(join(here.folder, 'broken'), '');
  const { code, complaints, out } = await run(here, ['jaeger']);
  assert.deepEqual([code, out], [1, '']);
  assert.match(complaints, /ended with code 1\. Its last lines:\n.*\n {2}undefined: thing\n/s);
  const log = /All of it is in (.*)\.$/.exec(complaints)?.[1] ?? '';
  assert.match(readFileSync(log, 'utf8'), /undefined: thing/);
  assert.ok(
    !cacheOf(here).some((name) => existsSync(join(here.folder, 'cache/mesh/native', name, 'jaeger'))),
  );
});

test('without Go, or with one that is too old, the version to install and the other ways are named', async (t) => {
  const missing = await run(machine(t, {}), ['loki']);
  assert.equal(missing.code, 1);
  assert.match(
    missing.complaints,
    /^Go is not installed .* loki must be built .*Go 1\.\d+\.\d+ or newer.*docker/,
  );
  const old = await run(machine(t, { go: 'echo go1.19.8' }), ['loki']);
  assert.match(old.complaints, /^Go is too old for loki \(this is 1\.19\.8\): install Go 1\./);
});

test('a stop ends the build and leaves nothing half made', async (t) => {
  const waits = 'if [ "$1" = env ]; then echo go1.99.0; exit; fi\necho begun >&2\nexec sleep 600';
  const here = machine(t, { go: waits });
  const stop = new AbortController();
  const path = { ...here, env: { ...here.env, PATH: `${here.env['PATH']}:/usr/bin:/bin` } };
  const running = run(path, ['loki'], stop.signal);
  while (!existsSync(join(here.folder, 'cache/mesh/native')) || cacheOf(here).length < 2)
    await new Promise((resolve) => setTimeout(resolve, 20));
  stop.abort();
  const { code, complaints } = await running;
  assert.deepEqual([code, complaints], [1, 'Stopped.']);
  assert.deepEqual(
    cacheOf(here).filter((name) => !name.endsWith('.log')),
    [],
  );
});

test('a name that is not known is refused with those that are', async (t) => {
  const { code, complaints } = await run(machine(t), ['tempo']);
  assert.equal(code, 2);
  assert.match(complaints, /no program "tempo"\. There are otel-collector, jaeger, loki/);
});
