import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fakeGateway, fakeJaeger, fakeLoki, serveFake } from './testing/back-ends.ts';
import { orderLines } from './testing/order-lines.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const mesh = (env: Record<string, string>) =>
  spawn(process.execPath, ['-C', '@mesh/source', main, 'trace', 'last'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

test('a real process prints plain text into a pipe, colours where they are forced', async (t) => {
  const env = {
    GATEWAY_URL: await serveFake(t, fakeGateway),
    JAEGER_URL: await serveFake(t, fakeJaeger()),
    LOKI_URL: await serveFake(t, fakeLoki(orderLines)),
  };
  const plain = mesh(env);
  const coloured = mesh({ ...env, FORCE_COLOR: '1' });
  const [out, inColour] = await Promise.all([text(plain.stdout), text(coloured.stdout)]);
  assert.match(out, /^trace 4bf92f3577b34da6a3ce929d0e0e4736 {3}order /);
  assert.ok(!out.includes('\x1b'));
  assert.ok(inColour.includes('\x1b[36mgateway'));
  assert.equal(plain.exitCode ?? (await once(plain, 'exit'))[0], 0);
});

test('a reader that goes away early is no error', async (t) => {
  const fan = Array.from({ length: 30 }, (_, i) => ({ service: 'a', at: i, message: 'x'.repeat(60_000) }));
  const env = {
    GATEWAY_URL: await serveFake(t, fakeGateway),
    JAEGER_URL: await serveFake(t, fakeJaeger()),
    LOKI_URL: await serveFake(t, fakeLoki(fan)),
  };
  const child = mesh(env);
  child.stdout.destroy();
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  assert.deepEqual([errors, code], ['', 0]);
});
