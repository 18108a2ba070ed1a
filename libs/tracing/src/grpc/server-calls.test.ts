import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type ClientHttp2Session, connect } from 'node:http2';
import { type TestContext, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { callShop } from './testing/call-shop.ts';
import { type RunningShop, serveShop } from './testing/serve-shop.ts';
import { KINDS } from './testing/shop.ts';
import { CLIENT, endingOf, SERVER, type TracedGrpc, traceGrpc } from './testing/traced-grpc.ts';

const REQUEST = { ':method': 'POST', 'content-type': 'application/grpc' };

for (const kind of KINDS) {
  test(`${kind}: the server span is below the client span and named after the method`, async () => {
    using traced = traceGrpc();
    await using shop = await serveShop();
    assert.equal(await callShop(shop.client, kind), 'OK');
    const server = await firstServerSpan(traced);
    const [client] = await traced.wait(1, CLIENT);
    assert.equal(server.parentSpanContext?.spanId, client?.spanContext().spanId);
    assert.equal(server.name, `shop.v1.Shop/${kind}`);
    assert.deepEqual(server.attributes, {
      'rpc.system.name': 'grpc',
      'rpc.method': `shop.v1.Shop/${kind}`,
      'server.address': '127.0.0.1',
      'server.port': Number(shop.address.split(':')[1]),
      'rpc.status_code': 'OK',
    });
    assert.equal(traced.spans().length, 2);
  });

  test(`${kind}: the span ends at the deadline, and a handler that answers later does not end it again`, async () => {
    using traced = traceGrpc();
    const { promise: late, resolve: answered } = Promise.withResolvers<void>();
    await using shop = await serveShop({
      handle: (call, done) =>
        call.on('cancelled', () => {
          if (call.end) call.end();
          else done(null, {});
          answered();
        }),
    });
    assert.equal(await callShop(shop.client, kind, { deadline: Date.now() + 100 }), 'DEADLINE_EXCEEDED');
    assert.equal(endingOf(await firstServerSpan(traced)), 'DEADLINE_EXCEEDED!');
    await late;
    assert.equal(traced.spans(SERVER).length, 1);
  });

  test(`${kind}: a call that its caller cancels is cancelled, and no error of the server`, async () => {
    using traced = traceGrpc();
    const { promise: running, resolve: runs } = Promise.withResolvers<void>();
    await using shop = await serveShop({ handle: () => runs() });
    const deadline = Date.now() + 60_000;
    const act = (call: { cancel(): void }) => void running.then(() => call.cancel());
    assert.equal(await callShop(shop.client, kind, { deadline, act }), 'CANCELLED');
    assert.equal(endingOf(await firstServerSpan(traced)), 'CANCELLED');
  });
}

test('the span ends with the status though the caller keeps its half of the stream open', async (t) => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  const session = open(t, shop);
  const stream = session.request({ ...REQUEST, ':path': '/shop.v1.Shop/Chat' }, { endStream: false });
  await once(stream.resume(), 'trailers');
  assert.equal(endingOf(await firstServerSpan(traced)), 'OK');
  assert.equal(stream.writable, true);
});

test('a method that the server does not have is the operation _OTHER', async (t) => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  const session = open(t, shop);
  await once(session.request({ ...REQUEST, ':path': '/made.up/Method' }).resume(), 'close');
  const span = await firstServerSpan(traced);
  assert.equal(span.name, '_OTHER');
  assert.equal(span.attributes['rpc.method'], '_OTHER');
  assert.equal(span.attributes['rpc.method_original'], 'made.up/Method');
  assert.equal(endingOf(span), 'UNIMPLEMENTED!');
  assert.match(span.status.message ?? '', /does not implement the method/);
});

test('a request that is none of gRPC is no call', async (t) => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  const session = open(t, shop);
  const stream = session.request({
    ':method': 'POST',
    ':path': '/shop.v1.Shop/Unary',
    'content-type': 'text/plain',
  });
  const [answer] = await once(stream, 'response');
  assert.equal(answer[':status'], 415);
  assert.deepEqual(traced.spans(), []);
});

test('an attempt says how many there were before it, and its count is no free text', async (t) => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  const session = open(t, shop);
  for (const attempts of ['2', '0', '-1', '1e3', '99999', '2 3']) {
    const headers = { ...REQUEST, ':path': '/made.up/Method', 'grpc-previous-rpc-attempts': attempts };
    await once(session.request(headers).resume(), 'close');
  }
  const counts = traced.spans(SERVER).map(({ attributes }) => attributes['rpc.grpc.previous_attempts']);
  assert.deepEqual(counts, [2, undefined, undefined, undefined, undefined, undefined]);
});

test('a server that is shut down by force ends the spans of its open calls', async () => {
  using traced = traceGrpc();
  await using shop = await serveShop({ handle: () => setImmediate(() => shop.server.forceShutdown()) });
  await callShop(shop.client, 'Unary');
  assert.equal(endingOf(await firstServerSpan(traced)), 'CANCELLED');
});

test('what an interceptor refuses has a span, whose status is the refusal', async () => {
  using traced = traceGrpc();
  const refuse: grpc.ServerInterceptor = (_method, call) =>
    new grpc.ServerInterceptingCall(call, {
      start: () => call.sendStatus({ code: grpc.status.UNAUTHENTICATED, details: 'no key für Ü' }),
    });
  await using shop = await serveShop({ server: { interceptors: [refuse] } });
  assert.equal(await callShop(shop.client, 'Unary'), 'UNAUTHENTICATED');
  const span = await firstServerSpan(traced);
  assert.deepEqual([endingOf(span), span.status], ['UNAUTHENTICATED', { code: 0 }]);
});

async function firstServerSpan(traced: TracedGrpc): Promise<ReadableSpan> {
  const [span] = await traced.wait(1, SERVER);
  assert.ok(span);
  return span;
}

/** A client that is not grpc-js. */
function open(t: TestContext, { address }: RunningShop): ClientHttp2Session {
  const session = connect(`http://${address}`);
  t.after(() => session.destroy());
  return session;
}
