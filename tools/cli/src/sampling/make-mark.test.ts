import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { recorder } from '../terminal/recorder.ts';
import { runSampling } from './run-sampling.ts';

const secrets = ['a'.repeat(32), 'b'.repeat(40)] as const;
const env = { MESH_SAMPLING_MARK_KEYS: `one:${secrets[0]},two:${secrets[1]}` };
const order = ['mark', '--operation', 'POST /v1/orders'];

async function run(args: string[], own = env) {
  const terminal = recorder();
  const code = await runSampling(args, own, terminal);
  return { code, out: terminal.out(), complaints: terminal.complaints.join('\n') };
}

test('a mark is a header line, signed with the first key for the operation and the carrier', async () => {
  const { code, out } = await run([...order, '--carrier', 'grpc', '--expires', '2m']);
  assert.equal(code, 0);
  const [, signed = '', expiry, signature] =
    /^mesh-sampling-mark: (v1\.one\.(\d+)\.[\w-]{22})\.([\w-]{43})\n$/.exec(out) ?? [];
  const claim = `${signed}\ngrpc\nPOST /v1/orders`;
  assert.equal(signature, createHmac('sha256', secrets[0]).update(claim).digest('base64url'));
  const seconds = Number(expiry) - Date.now() / 1000;
  assert.ok(seconds > 110 && seconds <= 120, `${seconds}`);
});

test('another key is chosen by its id, and one that is not there is named', async () => {
  assert.match((await run([...order, '--key', 'two'])).out, /: v1\.two\./);
  const { code, complaints } = await run([...order, '--key', 'three']);
  assert.deepEqual([code, complaints], [2, 'mesh sampling: MESH_SAMPLING_MARK_KEYS has no key "three".']);
});

test('without keys, the variable that holds them is named', async () => {
  const { code, complaints } = await run(order, { MESH_SAMPLING_MARK_KEYS: 'one:short' });
  assert.equal(code, 2);
  assert.match(complaints, /MESH_SAMPLING_MARK_KEYS must be id:secret/);
});

test('a secret among the arguments is refused and not repeated', async () => {
  for (const words of [
    [...order, '--key', `one:${secrets[0]}`],
    [...order, secrets[0]],
    [...order, `--secret=${secrets[0]}`],
  ]) {
    const { code, out, complaints } = await run(words);
    assert.deepEqual([code, out], [2, '']);
    assert.ok(!complaints.includes(secrets[0]), complaints);
  }
});

test('words that no mark can be made of are refused', async () => {
  for (const [words, problem] of [
    [['mark'], /--operation must be the name of the root span/],
    [[...order, '--carrier', 'udp'], /--carrier must be http, grpc or tcp; it is "udp"/],
    [[...order, '--expires', '6m'], /--expires must be a time from 1s to 5m; it is "6m"/],
    [[...order, '--expires', '0s'], /--expires must be/],
    [['signs'], /comes show, set or mark/],
    [['set'], /takes one document/],
    [['show', 'gateway'], /Unexpected argument 'gateway'/],
  ] as const) {
    const { code, complaints } = await run([...words]);
    assert.equal(code, 2);
    assert.match(complaints, problem);
  }
});
