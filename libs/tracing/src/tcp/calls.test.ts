import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { recordSpans } from '../testing/record-spans.ts';
import { until } from '../testing/until.ts';
import { CallError, connectTcp, serveTcp, type TcpOperations } from './index.ts';

const spans = recordSpans();
const nothing = Buffer.alloc(0);
const echo: TcpOperations = { echo: (body) => body };
const serve = (operations: TcpOperations, more = {}) =>
  serveTcp({ host: '127.0.0.1', port: 0, operations, ...more });
const clientOf = ({ port }: { port: number }, more = {}) => connectTcp({ host: '127.0.0.1', port, ...more });
const reasonOf = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (error) => error instanceof CallError && error.reason,
  );

/** The ends of the client's and the server's span, which come in any order. */
async function endings(count = 2): Promise<Record<string, unknown>> {
  const taken = await spans.take(count);
  assert.equal(taken.length, count);
  const ending = ({ kind, status, attributes }: ReadableSpan) => [
    SpanKind[kind],
    [status.code === SpanStatusCode.ERROR, attributes['error.type']],
  ];
  return Object.fromEntries(taken.map(ending));
}

test('a call is a span on both sides, in one trace, named after the operation', async () => {
  await using server = await serve(echo);
  using client = clientOf(server);
  const caller = trace.getTracer('test').startSpan('caller');
  const answer = await context.with(trace.setSpan(context.active(), caller), () =>
    client.call('echo', Buffer.from('hello')),
  );
  assert.equal(answer.toString(), 'hello');
  const taken = await spans.take(2);
  const [asked, served] = [SpanKind.CLIENT, SpanKind.SERVER].map((kind) =>
    taken.find((span) => span.kind === kind),
  );
  assert.equal(asked?.parentSpanContext?.spanId, caller.spanContext().spanId);
  assert.equal(served?.parentSpanContext?.spanId, asked?.spanContext().spanId);
  const attributes = {
    'rpc.system.name': 'mtcp',
    'rpc.method': 'echo',
    'network.transport': 'tcp',
    'server.address': '127.0.0.1',
    'server.port': server.port,
  };
  for (const [span, kind] of [
    [asked, SpanKind.CLIENT],
    [served, SpanKind.SERVER],
  ] as const) {
    assert.deepEqual([span?.name, span?.kind, span?.attributes], ['echo', kind, attributes]);
  }
});

test('calls that are made at once get each its own answer, and are siblings', async () => {
  await using server = await serve(echo);
  using client = clientOf(server);
  const bodies = ['1', '22', '333'];
  const answers = await Promise.all(bodies.map((body) => client.call('echo', Buffer.from(body))));
  assert.deepEqual(answers.map(String), bodies);
  const roots = (await spans.take(6)).filter(({ kind }) => kind === SpanKind.CLIENT);
  assert.deepEqual(
    roots.map(({ parentSpanContext }) => parentSpanContext),
    [undefined, undefined, undefined],
  );
});

test('an operation that the server does not have is the mistake of the caller', async () => {
  await using server = await serve(echo);
  using client = clientOf(server);
  for (const operation of ['invented', 'toString']) {
    assert.equal(await reasonOf(client.call(operation, nothing)), 'unknown_operation');
    const served = (await spans.take(2)).find(({ kind }) => kind === SpanKind.SERVER);
    assert.deepEqual([served?.name, served?.attributes['rpc.method_original']], ['_OTHER', operation]);
    assert.deepEqual(served?.status, { code: SpanStatusCode.UNSET });
  }
  assert.equal((await client.call('echo', Buffer.from('still here'))).toString(), 'still here');
  await spans.take(2);
});

test('a handler that fails is an error on both sides, and why stays with the server', async () => {
  const secret = () => {
    throw new RangeError('s3cret');
  };
  await using server = await serve({
    secret,
    later: async () => secret(),
    large: () => Buffer.alloc(9 << 20),
  });
  using client = clientOf(server);
  for (const [operation, error] of [
    ['secret', 'RangeError'],
    ['later', 'RangeError'],
    ['large', 'FrameError'],
  ] as const) {
    await assert.rejects(client.call(operation, nothing), { reason: 'failed', message: /^(?!.*s3cret)/ });
    assert.deepEqual(await endings(), { CLIENT: [true, 'failed'], SERVER: [true, error] });
  }
});

test('a call that has no answer in time ends on both sides, and so does what waited behind it', async () => {
  const gone = Promise.withResolvers<void>();
  await using server = await serve({
    silence: (_, signal) =>
      new Promise(() => signal.addEventListener('abort', () => gone.resolve(), { once: true })),
  });
  using client = clientOf(server);
  const behind = reasonOf(client.call('silence', nothing));
  const others = [client.call('silence', nothing, 20), client.call('silence', nothing, 5_000)].map(reasonOf);
  assert.equal(await others[0], 'timeout');
  client.close();
  assert.deepEqual([await behind, await others[1]], ['connection_lost', 'connection_lost']);
  await gone.promise;
  const taken = await spans.take(4);
  const types = taken.map(({ attributes }) => attributes['error.type']).toSorted();
  assert.deepEqual(types, ['client_gone', 'connection_lost', 'connection_lost', 'timeout']);
});

test('a late handler changes nothing any more', async () => {
  const late = Promise.withResolvers<Buffer>();
  await using server = await serve({ late: () => late.promise });
  using client = clientOf(server);
  assert.equal(await reasonOf(client.call('late', nothing, 20)), 'timeout');
  assert.deepEqual(await endings(), { CLIENT: [true, 'timeout'], SERVER: [false, 'client_gone'] });
  late.resolve(nothing);
  await new Promise(setImmediate);
  assert.deepEqual(spans.all, []);
});

test('a server that is not there, or breaks the protocol, ends a call once', async () => {
  const server = await serve(echo);
  await server.close();
  using client = clientOf(server);
  assert.equal(await reasonOf(client.call('echo', nothing)), 'connection_lost');
  assert.equal(await reasonOf(client.call('echo', nothing)), 'connection_lost');
  assert.equal((await spans.take(2)).length, 2);
});

test('what is larger than a frame may be is refused before it is sent', async () => {
  await using server = await serve(echo, { limits: { maxBodyBytes: 10 } });
  using client = clientOf(server, { limits: { maxBodyBytes: 100 } });
  assert.equal(await reasonOf(client.call('echo', Buffer.alloc(101))), 'bad_frame');
  assert.deepEqual(await endings(1), { CLIENT: [true, 'bad_frame'] });
  await assert.rejects(client.call('echo', Buffer.alloc(11)), {
    message: 'a body of 11 bytes, more than 10',
  });
  assert.deepEqual(await endings(1), { CLIENT: [true, 'bad_frame'] });
});

test('what is not traced makes no span and sends no ids', async () => {
  await using server = await serve({
    ids: () => Buffer.from(`${trace.getActiveSpan()?.spanContext().traceId}`),
  });
  using client = clientOf(server);
  await context.with(suppressTracing(context.active()), () => client.call('ids', nothing));
  const [served, ...others] = await spans.take(1);
  assert.deepEqual([served?.kind, served?.parentSpanContext, others], [SpanKind.SERVER, undefined, []]);
});

test('closing answers what has arrived, and waits for nobody else', async () => {
  const started = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<Buffer>();
  const server = await serve({
    slow: () => {
      started.resolve();
      return answer.promise;
    },
  });
  using client = clientOf(server);
  const idle = connect(server.port, '127.0.0.1').on('error', () => {});
  await new Promise((resolve) => idle.once('connect', resolve));
  const call = client.call('slow', nothing);
  await started.promise;
  const closed = server.close();
  answer.resolve(Buffer.from('done'));
  assert.equal((await call).toString(), 'done');
  await closed;
  await until(() => idle.closed || undefined, 'the end of the idle connection');
  await spans.take(2);
});
