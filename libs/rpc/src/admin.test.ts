import assert from 'node:assert/strict';
import { networkInterfaces } from 'node:os';
import { type TestContext, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import type { ProtoGrpcType } from '@mesh/protos/gen/admin';
import { isHere } from './is-here.ts';
import { loadProto } from './load-proto.ts';
import { inventory } from './testing/inventory.ts';

const { AdminService } = loadProto<ProtoGrpcType>('mesh/admin/v1/admin.proto').root.mesh.admin.v1;
const { PERMISSION_DENIED, FAILED_PRECONDITION, UNIMPLEMENTED, INTERNAL } = grpc.status;

/** What a call to this address is answered: the report, or the status. */
function ask(
  t: TestContext,
  address: string,
  headers: Readonly<Record<string, string>> = {},
  name = address,
) {
  const options = { 'grpc.default_authority': name };
  const stub = new AdminService(address, grpc.credentials.createInsecure(), options);
  t.after(() => stub.close());
  const metadata = new grpc.Metadata();
  for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
  const { promise, resolve } = Promise.withResolvers<unknown>();
  stub.getSampling({}, metadata, { deadline: Date.now() + 5000 }, (error, answer) =>
    resolve(error ? error.code : JSON.parse(answer?.reportJson ?? '')),
  );
  return promise;
}

const report = { service: 'inventory', operations: [{ ratio: 0.1 }] };
const admin = { sampling: () => report };

/** An address of this machine that is not one of loopback. */
function outerAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}

test('a caller on this machine gets the report, by either version of IP, and no line is written', async (t) => {
  const { server, lines } = await inventory(t, { admin, host: '[::]' });
  for (const host of ['127.0.0.1', '127.0.0.2', '[::1]', '[::ffff:127.0.0.1]'])
    assert.deepEqual(await ask(t, `${host}:${server.port}`), report, host);
  assert.deepEqual(
    lines.map(({ message }) => message),
    ['serving'],
  );
});

test('a caller by another address is denied', async (t) => {
  const outer = outerAddress();
  if (outer === undefined) return t.skip('this machine has no address but those of loopback');
  const { server } = await inventory(t, { admin, host: '[::]' });
  assert.equal(await ask(t, `${outer}:${server.port}`), PERMISSION_DENIED);
});

test('what a proxy on this machine passes on is denied', async (t) => {
  const { address } = await inventory(t, { admin });
  for (const name of ['x-forwarded-for', 'x-forwarded-proto', 'forwarded', 'via', 'x-real-ip'])
    assert.equal(await ask(t, address, { [name]: '203.0.113.7' }), PERMISSION_DENIED, name);
  for (const name of ['order.example:50051', 'order', '203.0.113.7:50051', 'localhost.example:1'])
    assert.equal(await ask(t, address, {}, name), PERMISSION_DENIED, name);
  assert.deepEqual(await ask(t, address, {}, 'localhost:50051'), report);
});

test('where nothing samples, the status says so, and an error of the report is not told', async (t) => {
  const nothing = await inventory(t, { admin: { sampling: () => undefined } });
  assert.equal(await ask(t, nothing.address), FAILED_PRECONDITION);
  const broken = await inventory(t, { admin: { sampling: () => assert.fail('a secret') } });
  assert.equal(await ask(t, broken.address), INTERNAL);
});

test('a service that is served without it does not have it', async (t) => {
  const { address } = await inventory(t);
  assert.equal(await ask(t, address), UNIMPLEMENTED);
});

test('a place is of this machine by its address alone', () => {
  for (const peer of [
    '127.0.0.1:1',
    '127.255.0.9:1',
    '::1:1',
    '[::1]:1',
    'localhost:1',
    '::ffff:127.0.0.1:1',
    '::ffff:7f00:1:1',
  ])
    assert.equal(isHere(peer), true, peer);
  for (const peer of [
    '10.0.0.1:1',
    '::2:1',
    '::ffff:10.0.0.1:1',
    '128.0.0.1:1',
    'unknown',
    '',
    'localhost.example:1',
    '[::2]:1',
  ])
    assert.equal(isHere(peer), false, peer);
});
