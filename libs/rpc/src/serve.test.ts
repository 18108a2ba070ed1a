import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { status } from '@grpc/grpc-js';
import type { OrderServiceDefinition } from '@mesh/protos/gen/mesh/order/v1/OrderService';
import type { ProtoGrpcType } from '@mesh/protos/gen/order';
import { connect } from './connect.ts';
import { loadProto } from './load-proto.ts';
import { RpcError } from './rpc-error.ts';
import type { Scope } from './scope.ts';
import { serve } from './serve.ts';

const proto = loadProto<ProtoGrpcType>('mesh/order/v1/order.proto');
const Stub = proto.root.mesh.order.v1.OrderService;

type GetOrder = (request: { id: string }, scope: Scope) => Promise<object>;

/** A running server whose GetOrder is `getOrder`, a client of it, and the lines it wrote. */
async function build(t: TestContext, getOrder: GetOrder) {
  const lines: { level: string; message: string; fields: Record<string, unknown> }[] = [];
  const write =
    (level: string) =>
    (message: string, fields: object = {}) =>
      lines.push({ level, message, fields: fields as Record<string, unknown> });
  const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  const server = await serve({
    host: '127.0.0.1',
    port: 0,
    proto,
    service: Stub.service,
    handlers: { getOrder },
    reflection: false,
    log,
  });
  const connection = connect<OrderServiceDefinition>(Stub, `127.0.0.1:${server.port}`, 'order');
  t.after(async () => {
    connection.close();
    await server.stop(100);
  });
  const finished = () => lines.filter(({ message }) => message === 'call finished');
  return { client: connection.client, server, lines, finished };
}

const within = (ms: number): Scope => ({ signal: new AbortController().signal, deadline: Date.now() + ms });

const codeOf = (code: status) => (error: unknown) => error instanceof RpcError && error.code === code;

test('a handler that rejects with an unknown error answers INTERNAL without a word of it and logs it whole', async (t) => {
  const mesh = await build(t, async () => {
    throw new Error('password=hunter2');
  });
  await assert.rejects(mesh.client.getOrder({ id: 'x' }, within(2000)), (error: RpcError) => {
    assert.equal(error.code, status.INTERNAL);
    assert.doesNotMatch(JSON.stringify(error), /hunter2/);
    return true;
  });
  const whole = mesh.lines.find(({ level }) => level === 'error')?.fields['error'] as Error;
  assert.equal(whole.message, 'password=hunter2');
  assert.equal(mesh.finished().length, 1);
});

test('a handler that throws before its first await is answered as well', async (t) => {
  const { client } = await build(t, () => {
    throw new RpcError(status.NOT_FOUND, 'no such order');
  });
  await assert.rejects(client.getOrder({ id: 'x' }, within(2000)), codeOf(status.NOT_FOUND));
});

test('reason, metadata, field violations and retry delay of an error arrive as they were sent', async (t) => {
  const details = {
    reason: 'OUT_OF_STOCK',
    metadata: { orderId: 'o-1' },
    violations: [{ field: 'items[0].sku', description: 'is not known' }],
    retryAfterMs: 1500,
  };
  const { client } = await build(t, async () => {
    throw new RpcError(status.FAILED_PRECONDITION, 'not enough stock', details);
  });
  await assert.rejects(client.getOrder({ id: 'x' }, within(2000)), (error: RpcError) => {
    assert.deepEqual(structuredClone(error.details), details);
    assert.equal(error.message, 'not enough stock');
    return true;
  });
});

test('a lone surrogate and a huge message in an error do not end the process', async (t) => {
  const { client } = await build(t, async () => {
    throw new RpcError(status.INVALID_ARGUMENT, `bad \ud800 ${'x'.repeat(100_000)}`, {
      violations: Array.from({ length: 10_000 }, () => ({ field: '\udfff', description: 'y'.repeat(9000) })),
    });
  });
  await assert.rejects(client.getOrder({ id: 'x' }, within(2000)), codeOf(status.INVALID_ARGUMENT));
});

test('the deadline of a caller arrives shorter and aborts the handler when it passes', async (t) => {
  const seen = Promise.withResolvers<{ deadline: number; reason: unknown }>();
  const { client, finished } = await build(t, (_, scope) => {
    scope.signal.addEventListener('abort', () =>
      seen.resolve({ deadline: scope.deadline, reason: scope.signal.reason }),
    );
    return new Promise(() => {});
  });
  const scope = within(300);
  await assert.rejects(client.getOrder({ id: 'x' }, scope), codeOf(status.DEADLINE_EXCEEDED));
  const { deadline, reason } = await seen.promise;
  assert.ok(deadline <= scope.deadline, `${deadline} is not before ${scope.deadline}`);
  assert.ok(codeOf(status.DEADLINE_EXCEEDED)(reason));
  assert.equal(finished()[0]?.fields['rpc.status_code'], 'DEADLINE_EXCEEDED');
});

test('a caller that goes away aborts the handler with CANCELLED', async (t) => {
  const started = Promise.withResolvers<void>();
  const aborted = Promise.withResolvers<unknown>();
  const { client } = await build(t, (_, { signal }) => {
    signal.addEventListener('abort', () => aborted.resolve(signal.reason));
    started.resolve();
    return new Promise(() => {});
  });
  const caller = new AbortController();
  const call = client.getOrder({ id: 'x' }, { signal: caller.signal, deadline: Date.now() + 5000 });
  await started.promise;
  caller.abort();
  await assert.rejects(call, codeOf(status.CANCELLED));
  assert.ok(codeOf(status.CANCELLED)(await aborted.promise));
});

test('stop finishes the calls under way and refuses new ones', async (t) => {
  const started = Promise.withResolvers<void>();
  const go = Promise.withResolvers<object>();
  const { client, server } = await build(t, () => {
    started.resolve();
    return go.promise;
  });
  const call = client.getOrder({ id: 'x' }, within(5000));
  await started.promise;
  const stopped = server.stop(5000);
  go.resolve({ order: { id: 'x' } });
  assert.equal((await call).order?.id, 'x');
  await stopped;
  await assert.rejects(client.getOrder({ id: 'x' }, within(500)), codeOf(status.UNAVAILABLE));
});

test('an unavailable server is named, its address is not', async (t) => {
  const { client, server } = await build(t, async () => ({}));
  await server.stop(100);
  await assert.rejects(client.getOrder({ id: 'x' }, within(1000)), (error: RpcError) => {
    assert.equal(error.message, 'order is not available');
    assert.ok(error.details.retryAfterMs);
    return true;
  });
});
