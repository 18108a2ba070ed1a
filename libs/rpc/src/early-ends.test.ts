import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { status } from '@grpc/grpc-js';
import { inventory } from './testing/inventory.ts';
import { frame, rawCall } from './testing/raw-call.ts';

const commit = '/mesh.inventory.v1.InventoryService/Commit';
const method = commit.slice(1);

/** A server, and a call by hand of this path to it; `lines` are those of calls. */
async function called(t: TestContext, path = commit, headers: object = {}) {
  const { server, address, lines } = await inventory(t, { handlers: { commit: async () => ({}) } });
  const ofCalls = () => lines.filter(({ message }) => message.startsWith('call '));
  return { ...rawCall(t, address, path, headers), server, lines: ofCalls };
}

/** That of a call which got no handler. */
const lineOf = (code: status, rest: object = { 'rpc.method': method }) => ({
  level: 'warn',
  message: 'call ended before its handler',
  fields: { ...rest, 'rpc.status_code': status[code] },
});

function withoutDetail({ lines }: { lines: Awaited<ReturnType<typeof called>>['lines'] }) {
  return lines().map(({ fields: { detail, ...fields }, ...line }) => {
    assert.ok(detail);
    return { ...line, fields };
  });
}

const requests = [
  { what: 'that is no protobuf', bytes: frame(0xff, 0xff), code: status.INTERNAL },
  { what: 'over the size limit', bytes: Buffer.from([0, 0, 16, 0, 0]), code: status.RESOURCE_EXHAUSTED },
  { what: 'without a message', bytes: Buffer.alloc(0), code: status.UNIMPLEMENTED },
  {
    what: 'of two messages to a unary method',
    bytes: Buffer.concat([frame(), frame()]),
    code: status.UNIMPLEMENTED,
  },
];

for (const { what, bytes, code } of requests) {
  test(`a request ${what} is ${status[code]}, and one line says so`, async (t) => {
    const made = await called(t);
    made.call.end(bytes);
    assert.equal(await made.ended, code);
    assert.deepEqual(withoutDetail(made), [lineOf(code)]);
  });
}

test('a deadline that passes before the request is there has its line', async (t) => {
  const made = await called(t, commit, { 'grpc-timeout': '60m' });
  assert.equal(await made.ended, status.DEADLINE_EXCEEDED);
  assert.deepEqual(withoutDetail(made), [lineOf(status.DEADLINE_EXCEEDED)]);
});

test('a caller that goes away before its request is there leaves one line', async (t) => {
  const made = await called(t);
  await made.arrived();
  made.call.close(8);
  await made.ended;
  await made.server.stop(1000);
  assert.equal(made.lines().length, 1);
});

test('a call that has its handler has the line of the handler only', async (t) => {
  const made = await called(t);
  made.call.end(frame());
  assert.equal(await made.ended, status.OK);
  await new Promise((resolve) => made.call.once('close', resolve));
  await made.server.stop(1000);
  assert.deepEqual(
    made.lines().map(({ message }) => message),
    ['call finished'],
  );
});

test('a method that the server does not have is UNIMPLEMENTED, and its line says which was called', async (t) => {
  const made = await called(t, '/shop.Cart/Add');
  made.call.end(frame());
  assert.equal(await made.ended, status.UNIMPLEMENTED);
  const names = { 'rpc.method': '_OTHER', 'rpc.method_original': 'shop.Cart/Add' };
  assert.deepEqual(withoutDetail(made), [lineOf(status.UNIMPLEMENTED, names)]);
});

test('of a method with an endless name its line has the start', async (t) => {
  const made = await called(t, `/${'x'.repeat(10_000)}`);
  made.call.end(frame());
  await made.ended;
  assert.deepEqual(
    made.lines().map(({ fields }) => fields['rpc.method_original']),
    ['x'.repeat(256)],
  );
});

test('neither a request that is not of gRPC nor a method that health does not have writes a line', async (t) => {
  const page = await called(t, '/index.html', { 'content-type': 'text/html' });
  page.call.end();
  const probe = await called(t, '/grpc.health.v1.Health/Guess');
  probe.call.end(frame());
  assert.deepEqual([await page.ended, await probe.ended], [undefined, status.UNIMPLEMENTED]);
  assert.deepEqual([...page.lines(), ...probe.lines()], []);
});

test('a server tells nothing of the calls to another', async (t) => {
  const idle = await inventory(t);
  const made = await called(t, '/shop.Cart/Add');
  made.call.end(frame());
  await made.ended;
  assert.deepEqual(idle.linesOf('call ended before its handler'), []);
});
