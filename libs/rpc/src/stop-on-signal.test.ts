import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { until } from './testing/until.ts';

const fixture = fileURLToPath(new URL('testing/fixtures/stops-on-signal.ts', import.meta.url));

function start() {
  const child = spawn(process.execPath, [fixture], { timeout: 20_000, killSignal: 'SIGKILL' });
  const exit = once(child, 'exit');
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const saw = (line: string) => until(() => output.includes(`${line}\n`), `${line} is in: ${output}`);
  return { child, exit, saw, lines: () => output.trimEnd().split('\n') };
}

for (const [first, second] of [
  ['SIGTERM', 'SIGINT'],
  ['SIGINT', 'SIGINT'],
] as const) {
  test(`on ${first} the steps run in order, one that fails keeps no other, a ${second} changes nothing, the code is 0`, async () => {
    const { child, exit, saw, lines } = start();
    await saw('ready');
    child.kill(first);
    await saw('first begins');
    child.kill(second);
    child.stdin.end('go\n');
    assert.deepEqual(await exit, [0, null]);
    assert.deepEqual(lines(), [
      'ready',
      'stopping',
      'first begins',
      'first ends',
      'a part did not stop: second',
      'a part did not stop: third',
      'stopped',
    ]);
  });
}
