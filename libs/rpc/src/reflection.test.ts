import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { ServiceError } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import { inventory } from './testing/inventory.ts';

/** `ServerReflectionRequest { list_services: "*" }` */
const listServices = Buffer.from([0x3a, 1, 0x2a]);

const same = (bytes: Buffer) => bytes;

async function reflect(t: TestContext, version: string, reflection: boolean) {
  const server = await inventory(t, { reflection, admin: { sampling: () => ({}) } });
  const path = `/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`;
  const call = server.stub.makeBidiStreamRequest(path, same, same);
  const { promise, resolve } = Promise.withResolvers<string | number>();
  call.on('data', (answer: Buffer) => resolve(answer.toString('latin1')));
  call.on('error', (error) => resolve((error as ServiceError).code));
  call.write(listServices);
  return { ...server, answer: await promise, call };
}

for (const version of ['v1', 'v1alpha']) {
  test(`reflection ${version} lists the service, writes no line and does not hold up a stop`, async (t) => {
    const { answer, lines, server } = await reflect(t, version, true);
    assert.match(String(answer), /mesh\.inventory\.v1\.InventoryService/);
    assert.doesNotMatch(String(answer), /mesh\.admin/);
    await server.stop(60_000);
    assert.deepEqual(
      lines.map(({ message }) => message),
      ['serving'],
    );
  });
}

test('without reflection the API is not told', async (t) => {
  const { answer } = await reflect(t, 'v1', false);
  assert.equal(answer, status.UNIMPLEMENTED);
});
