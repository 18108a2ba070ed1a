import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { context, trace } from '@opentelemetry/api';
import { isTracingSuppressed } from '@opentelemetry/core';
import { until } from '../testing/until.ts';
import { callShop } from './testing/call-shop.ts';
import { answer, serveShop } from './testing/serve-shop.ts';
import { shop as definition, KINDS } from './testing/shop.ts';
import { SERVER, traceGrpc } from './testing/traced-grpc.ts';

const currentSpanId = () => trace.getSpanContext(context.active())?.spanId;

for (const kind of KINDS) {
  test(`${kind}: handler, stream listeners, timers and interceptors run within the server span`, async () => {
    using traced = traceGrpc();
    const seen: Record<string, string | undefined> = {};
    const see = (what: string) => {
      seen[what] = currentSpanId();
    };
    const observe: grpc.ServerInterceptor = (_method, call) =>
      new grpc.ServerInterceptingCall(call, {
        start: (next) => {
          see('interceptor');
          next({
            onReceiveHalfClose: (forward) => {
              see('half close');
              forward();
            },
          });
        },
      });
    await using shop = await serveShop({
      server: { interceptors: [observe] },
      handle: (call, done) => {
        see('handler');
        call.on('cancelled', () => see('cancelled'));
        if (definition[kind].requestStream) call.on('data', () => see('data')).on('end', () => see('end'));
        setTimeout(() => {
          see('timer');
          answer(call, done);
        }, 5);
      },
    });
    // Another call opens the connection, whose context must not be taken for that of the next.
    await callShop(shop.client, kind);
    await callShop(shop.client, kind);
    const [, span] = await traced.wait(2, SERVER);
    await until(() => seen['cancelled'] === span?.spanContext().spanId || undefined, 'the last event');
    assert.deepEqual(new Set(Object.values(seen)), new Set([span?.spanContext().spanId]));
    assert.equal(Object.keys(seen).length, definition[kind].requestStream ? 7 : 5);
  });
}

test('health checks have no span, and what their handlers call is not traced', async () => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  const path = '/grpc.health.v1.Health/Check';
  const check = { Check: { ...definition.Unary, path } };
  const { promise, resolve } = Promise.withResolvers<boolean>();
  shop.server.addService(check, {
    Check: (_call: unknown, done: grpc.sendUnaryData<object>) => {
      resolve(isTracingSuppressed(context.active()));
      callShop(shop.client, 'Unary').then(() => done(null, {}), done);
    },
  });
  const call = shop.client.makeUnaryRequest(
    path,
    definition.Unary.requestSerialize,
    definition.Unary.responseDeserialize,
    {},
    () => {},
  );
  await once(call, 'status');
  assert.equal(await promise, true);
  // The call within started a server span, of a caller that is in no trace.
  assert.equal(traced.spans(SERVER).length, 1);
  assert.equal(traced.spans().length, 1);
});
