import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { createCallObserver } from './call-observer.ts';
import { Inventory } from './testing/inventory.ts';
import { recordingLog } from './testing/recording-log.ts';
import { until } from './testing/until.ts';

/** A server below whose observer every status that is sent is counted. */
async function observed(t: TestContext) {
  const { log, lines } = recordingLog();
  const observer = createCallObserver(log);
  const sent = { statuses: 0 };
  const counter: grpc.ServerInterceptor = (_, call) =>
    new grpc.ServerInterceptingCall(call, {
      sendStatus: (answer, next) => {
        sent.statuses += 1;
        next(answer);
      },
    });
  const server = new grpc.Server({ interceptors: [counter, observer.interceptor] });
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
  return { observer, stub, sent, lines };
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
