import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { context, trace } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { callShop } from './testing/call-shop.ts';
import { connectShop, serveShop } from './testing/serve-shop.ts';
import { KINDS } from './testing/shop.ts';
import { CLIENT, endingOf, SERVER, traceGrpc } from './testing/traced-grpc.ts';

const tracer = trace.getTracer('test');

test('calls that are made in the callbacks of others are siblings, while the connection is made and after', async () => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  const { promise, resolve } = Promise.withResolvers<void>();
  tracer.startActiveSpan('root', (root) => {
    const next = (left: number) => {
      assert.equal(trace.getSpan(context.active()), root);
      if (left === 0) resolve();
      else shop.client.Unary({}, () => next(left - 1));
    };
    next(3);
  });
  // The connection is made in the context of the first call.
  tracer.startActiveSpan('other', () => shop.client.Unary({}, () => {}));
  await promise;
  const parents = await traced
    .wait(4, CLIENT)
    .then((spans) => spans.map((span) => span.parentSpanContext?.spanId));
  assert.equal(new Set(parents).size, 2);
});

for (const kind of KINDS) {
  test(`${kind}: every listener of a call runs in the context of its caller`, async () => {
    using _traced = traceGrpc();
    await using shop = await serveShop();
    // Its context is that of the connection.
    await callShop(shop.client, kind);
    await tracer.startActiveSpan('caller', async () => {
      const caller = context.active();
      const contexts = new Set<unknown>();
      const act = (call: NodeJS.EventEmitter) => {
        for (const event of ['metadata', 'data', 'status', 'end']) {
          call.on(event, () => contexts.add(context.active()));
        }
      };
      await callShop(shop.client, kind, { act });
      assert.deepEqual([...contexts], [caller]);
    });
  });

  test(`${kind}: a channel that is closed throws, and the span has the type of the error`, async () => {
    using traced = traceGrpc();
    await using shop = await serveShop();
    shop.client.close();
    await assert.rejects(async () => callShop(shop.client, kind), /shut down/);
    const [span] = await traced.wait(1, CLIENT);
    assert.equal(span && endingOf(span), 'Error!');
    assert.equal(span?.attributes['rpc.status_code'], undefined);
  });

  test(`${kind}: what a client interceptor refuses is one client span and no server span`, async () => {
    using traced = traceGrpc();
    await using shop = await serveShop();
    const refuse: grpc.Interceptor = (options, nextCall) =>
      new grpc.InterceptingCall(nextCall(options), {
        start: (_metadata, listener) => {
          const refusal = {
            code: grpc.status.PERMISSION_DENIED,
            details: 'not you',
            metadata: new grpc.Metadata(),
          };
          process.nextTick(() => listener.onReceiveStatus(refusal));
        },
      });
    assert.equal(await callShop(shop.client, kind, { interceptors: [refuse] }), 'PERMISSION_DENIED');
    const [span] = await traced.wait(1, CLIENT);
    assert.deepEqual(span && [endingOf(span), span.status.message], ['PERMISSION_DENIED!', 'not you']);
    assert.equal(span?.attributes['network.peer.address'], undefined);
    assert.deepEqual(traced.spans(SERVER), []);
  });
}

test('an interceptor that throws gives one span with the type of its error', async () => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  const throws: grpc.Interceptor = () => {
    throw new RangeError('no more');
  };
  const throwsAtStart: grpc.Interceptor = (options, nextCall) =>
    new grpc.InterceptingCall(nextCall(options), { start: () => throws({} as never, () => ({}) as never) });
  for (const interceptors of [[throws], [throwsAtStart]]) {
    await assert.rejects(async () => callShop(shop.client, 'Unary', { interceptors }), RangeError);
  }
  const endings = (await traced.wait(2, CLIENT)).map(endingOf);
  assert.deepEqual(endings, ['RangeError!', 'RangeError!']);
});

test('an answer of OK without a message is UNIMPLEMENTED, as it is for the caller', async () => {
  using traced = traceGrpc();
  const empty: grpc.ServerInterceptor = (_method, call) =>
    new grpc.ServerInterceptingCall(call, {
      start: () => call.sendStatus({ code: grpc.status.OK, details: 'OK' }),
    });
  await using shop = await serveShop({ server: { interceptors: [empty] } });
  assert.equal(await callShop(shop.client, 'Unary'), 'UNIMPLEMENTED');
  assert.equal(await callShop(shop.client, 'List'), 'OK');
  assert.deepEqual((await traced.wait(2, CLIENT)).map(endingOf), ['UNIMPLEMENTED!', 'OK']);
});

test('the metadata of the caller stays as it was, and calls that share it have ids of their own', async () => {
  using traced = traceGrpc();
  const received: grpc.MetadataValue[] = [];
  await using shop = await serveShop({
    handle: (call, done) => {
      received.push(...call.metadata.get('traceparent'));
      done(null, {});
    },
  });
  const metadata = new grpc.Metadata({ waitForReady: true });
  metadata.set('traceparent', 'mine');
  await Promise.all([1, 2, 3].map(() => callShop(shop.client, 'Unary', { metadata })));
  assert.deepEqual(metadata.getMap(), { traceparent: 'mine' });
  const ids = (await traced.wait(3, CLIENT)).map((span) => span.spanContext().spanId);
  assert.deepEqual(received.map((value) => String(value).split('-')[2]).sort(), ids.sort());
});

test('within suppressed tracing there is no span, and nothing of it is sent', async () => {
  using traced = traceGrpc();
  const received: string[] = [];
  await using shop = await serveShop({
    handle: (call, done) => {
      received.push(...Object.keys(call.metadata.getMap()));
      done(null, {});
    },
  });
  await context.with(suppressTracing(context.active()), () => callShop(shop.client, 'Unary'));
  assert.deepEqual(received, ['user-agent']);
  assert.deepEqual(traced.spans(CLIENT), []);
  assert.deepEqual(traced.called, []);
});

test('nothing is sent to one of several addresses that all of them may not know', async () => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  const client = connectShop(`ipv4:${shop.address},${shop.address.replace('127.0.0.1', '127.0.0.2')}`);
  assert.equal(await callShop(client, 'Unary'), 'OK');
  client.close();
  assert.deepEqual(traced.called, ['127.0.0.1', '127.0.0.2']);
  const [span] = await traced.wait(1, CLIENT);
  assert.equal(span?.attributes['server.address'], client.getChannel().getTarget().slice('ipv4:'.length));
  assert.equal(span?.attributes['network.peer.address'], '127.0.0.1');
});
