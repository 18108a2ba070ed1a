import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { context, trace } from '@opentelemetry/api';
import { callShop } from './testing/call-shop.ts';
import { connectShop, serveShop } from './testing/serve-shop.ts';
import { CLIENT, traceGrpc } from './testing/traced-grpc.ts';

test('the interceptors of a client and of a call, given in either way, are all asked as without tracing', async () => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  const asked: string[] = [];
  const named = (name: string): grpc.Interceptor => {
    return (options, nextCall) => {
      asked.push(name);
      return new grpc.InterceptingCall(nextCall(options));
    };
  };
  const provided =
    (name: string): grpc.InterceptorProvider =>
    () =>
      named(name);
  const ofClients: grpc.ClientOptions[] = [
    {},
    { interceptors: [named('client 1'), named('client 2')] },
    { interceptor_providers: [provided('client 1'), provided('client 2')] },
  ];
  const ofCalls: grpc.CallOptions[] = [
    {},
    { interceptors: [named('call')] },
    { interceptor_providers: [provided('call')] },
    { interceptors: [], interceptor_providers: [] },
  ];
  for (const ofClient of ofClients) {
    const client = connectShop(shop.address, ofClient);
    for (const ofCall of ofCalls) {
      const given = structuredClone(Object.keys(ofCall));
      await callShop(client, 'Unary', ofCall);
      assert.deepEqual(Object.keys(ofCall), given);
    }
    client.close();
  }
  const both = ['client 1', 'client 2'];
  assert.deepEqual(asked, [
    ...['call', 'call'],
    ...[...both, 'call', 'call', ...both],
    ...[...both, 'call', 'call', ...both],
  ]);
  await traced.wait(12, CLIENT);
});

test('an interceptor that is added to the list of a client later is asked from then on', async () => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  let asked = 0;
  const interceptors: grpc.Interceptor[] = [];
  const client = connectShop(shop.address, { interceptors });
  await callShop(client, 'Unary');
  interceptors.push((options, nextCall) => {
    asked++;
    return new grpc.InterceptingCall(nextCall(options));
  });
  await callShop(client, 'Unary');
  interceptors.pop();
  await callShop(client, 'Unary');
  client.close();
  assert.equal(asked, 1);
  await traced.wait(3, CLIENT);
});

test('interceptors given in both ways are refused with the words of grpc-js, and give no span', async () => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  const interceptor: grpc.Interceptor = (options, nextCall) => new grpc.InterceptingCall(nextCall(options));
  const options = { interceptors: [interceptor], interceptor_providers: [() => interceptor] };
  await assert.rejects(
    async () => callShop(shop.client, 'Unary', options),
    grpc.InterceptorConfigurationError,
  );
  assert.deepEqual(traced.spans(CLIENT), []);
});

test("a client's own transformer sees its calls as before, and what it changes is traced", async () => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  await using other = await serveShop();
  const given: object[] = [];
  const callInvocationTransformer: grpc.CallInvocationTransformer = (properties) => {
    given.push(properties.callOptions);
    return { ...properties, channel: other.client.getChannel() };
  };
  const client = connectShop(shop.address, { callInvocationTransformer });
  await callShop(client, 'Unary');
  client.close();
  assert.deepEqual(given, [{}]);
  const [span] = await traced.wait(1, CLIENT);
  assert.equal(span?.attributes['server.port'], Number(other.address.split(':')[1]));
});

test('a call that an interceptor makes with the options of another is a call of its own, with one span', async () => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  const twice: grpc.Interceptor = (options, nextCall) => {
    const { deadline, interceptors = [] } = options;
    void callShop(shop.client, 'List', {
      ...(deadline !== undefined && { deadline }),
      interceptors: interceptors.filter((one) => one !== twice),
    });
    return new grpc.InterceptingCall(nextCall(options));
  };
  await trace.getTracer('test').startActiveSpan('root', async (root) => {
    await callShop(shop.client, 'Unary', { interceptors: [twice] });
    const spans = await traced.wait(2, CLIENT);
    assert.deepEqual(spans.map((span) => span.name).sort(), ['shop.v1.Shop/List', 'shop.v1.Shop/Unary']);
    for (const span of spans) assert.equal(span.parentSpanContext?.spanId, root.spanContext().spanId);
    assert.equal(trace.getSpan(context.active()), root);
  });
});

test('calls that need no generated client are traced as well', async () => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  class Mine extends grpc.Client {
    ask(): Promise<string> {
      const { promise, resolve } = Promise.withResolvers<string>();
      const toBytes = () => Buffer.from('{}');
      this.makeUnaryRequest('/shop.v1.Shop/Unary', toBytes, String, {}, (_error, text) =>
        resolve(text ?? ''),
      );
      return promise;
    }
  }
  const client = new Mine(shop.address, grpc.credentials.createInsecure());
  assert.equal(await client.ask(), '{}');
  client.close();
  assert.equal((await traced.wait(1, CLIENT))[0]?.name, 'shop.v1.Shop/Unary');
});
