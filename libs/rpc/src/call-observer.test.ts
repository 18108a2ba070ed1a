import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import { type TestContext, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { createCallObserver } from './call-observer.ts';
import { Inventory } from './testing/inventory.ts';
import { frame, rawCall } from './testing/raw-call.ts';
import { until } from './testing/until.ts';

/** The context of each call, which the preload makes around its interceptors. */
const storage = new AsyncLocalStorage<string>();

/** A server below whose observer every status that is sent is counted. */
async function observed(t: TestContext) {
  const paths: (string | undefined)[] = [];
  const note = () => paths.push(storage.getStore());
  const observer = createCallObserver({ debug: note, info: note, warn: note, error: note });
  const inContext: grpc.ServerInterceptor = (method, call) =>
    storage.run(method.path, () => observer.interceptor(method, call));
  const sent = { statuses: 0 };
  const counter: grpc.ServerInterceptor = (_, call) => {
    const sendStatus = call.sendStatus.bind(call);
    call.sendStatus = (answer) => {
      sent.statuses += 1;
      sendStatus(answer);
    };
    return call as grpc.ServerInterceptingCall;
  };
  const server = new grpc.Server({ interceptors: [counter, inContext] });
  server.addService(Inventory.service, {
    WatchStock: (call: grpc.ServerWritableStream<{ skus: string[] }, object>) => {
      for (const sku of call.request.skus) call.write({ stock: { sku } });
      if (call.request.skus.length === 0) call.end();
    },
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  const stub = new Inventory(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  t.after(() => {
    stub.close();
    server.forceShutdown();
  });
  return { observer, stub, sent, paths, address: `127.0.0.1:${port}` };
}

test('of the streams only the open ones are ended: those that have ended are forgotten', async (t) => {
  const { observer, stub, sent } = await observed(t);
  for (let call = 0; call < 20; call += 1) {
    await new Promise((resolve) => stub.watchStock({}).on('end', resolve).resume());
  }
  const open = stub.watchStock({ skus: ['SKU-0001'] });
  const code = new Promise((resolve) =>
    open.on('error', (error) => resolve((error as grpc.ServiceError).code)),
  );
  await new Promise((resolve) => open.once('data', resolve));
  assert.equal(sent.statuses, 20);
  observer.endStreams();
  assert.equal(await code, grpc.status.UNAVAILABLE);
  assert.equal(sent.statuses, 21);
});

test('a stream whose caller goes away is forgotten as well', async (t) => {
  const { observer, stub, sent } = await observed(t);
  const call = stub.watchStock({ skus: ['SKU-0001'] });
  call.on('error', () => {});
  await new Promise((resolve) => call.once('data', resolve));
  call.cancel();
  await until(() => {
    const before = sent.statuses;
    observer.endStreams();
    return sent.statuses === before;
  }, 'no stream is left to end');
});

test('the line of a call that gets no handler is written in the context of the call, whatever ends it', async (t) => {
  const { address, paths } = await observed(t);
  const path = '/mesh.inventory.v1.InventoryService/WatchStock';
  const unreadable = rawCall(t, address, path);
  unreadable.call.end(frame(0xff, 0xff));
  await unreadable.ended;
  await rawCall(t, address, path, { 'grpc-timeout': '50m' }).ended;
  assert.deepEqual(paths, [path, path]);
});
