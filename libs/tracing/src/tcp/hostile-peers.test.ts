import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { recordSpans } from '../testing/record-spans.ts';
import { until } from '../testing/until.ts';
import { encodeFrame } from './encode-frame.ts';
import { DEFAULT_FRAME_LIMITS } from './frame-limits.ts';
import { connectTcp, serveTcp, type TcpServer, type TcpServerOptions } from './index.ts';

const spans = recordSpans();
const request = encodeFrame('request', { operation: 'echo' }, Buffer.from('hello'), DEFAULT_FRAME_LIMITS);

const serve = (more: Partial<TcpServerOptions> = {}) =>
  serveTcp({ host: '127.0.0.1', port: 0, operations: { echo: (body) => body }, ...more });

/** A peer that does as it likes. Resolves to what it was told when its connection ends. */
function peer({ port }: TcpServer): { socket: Socket; ended: Promise<string> } {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket
    .on('error', () => {})
    .on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
  return { socket, ended: once(socket, 'close').then(() => heard) };
}

test('a peer that speaks another protocol is told why, and its connection ends', async () => {
  await using server = await serve();
  const { socket, ended } = peer(server);
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  assert.match(await ended, /bad_frame.*not this protocol/s);
  assert.deepEqual(spans.all, []);
});

test('a server takes requests only, and what came before the bad frame ends once', async () => {
  await using server = await serve();
  const { socket, ended } = peer(server);
  socket.write(request);
  await until(() => (spans.all.length === 1 ? true : undefined), 'a span');
  socket.write(encodeFrame('answer', {}, Buffer.alloc(0), DEFAULT_FRAME_LIMITS));
  assert.match(await ended, /hello.*a frame of kind answer/s);
  assert.equal((await spans.take(1)).length, 1);
});

test('a request is answered, whatever comes behind it', async () => {
  await using server = await serve();
  const { socket, ended } = peer(server);
  socket.write(Buffer.concat([request, Buffer.from('garbage garbage')]));
  assert.match(await ended, /hello.*not this protocol/s);
  const [span, ...others] = await spans.take(1);
  assert.deepEqual([span?.attributes['error.type'], others], [undefined, []]);
});

test('a frame that trickles in has the same time as any other', async () => {
  await using server = await serve({ frameTimeoutMs: 200 });
  const { socket, ended } = peer(server);
  const begun = performance.now();
  for (const byte of request.subarray(0, -1)) {
    if (socket.destroyed) break;
    socket.write(Buffer.of(byte));
    await pause(20);
  }
  assert.match(await ended, /did not arrive in time/);
  assert.ok(performance.now() - begun < 5_000);
});

test('a connection on which nothing happens ends, one that is used does not', async () => {
  await using server = await serve({ idleTimeoutMs: 300 });
  const idle = peer(server);
  using client = connectTcp({ host: '127.0.0.1', port: server.port });
  let isOver = false;
  void idle.ended.then(() => {
    isOver = true;
  });
  let calls = 0;
  for (; !isOver; calls++) await client.call('echo', Buffer.from(String(await pause(20))));
  assert.equal(await idle.ended, '');
  assert.equal((await client.call('echo', Buffer.from('still here'))).toString(), 'still here');
  await spans.take(2 * (calls + 1));
});

test('a peer that does not read its answers is cut off', async () => {
  const large = Buffer.alloc(1024 * 1024);
  await using server = await serve({ operations: { echo: () => large }, frameTimeoutMs: 300 });
  const { socket } = peer(server);
  socket.pause();
  for (let i = 0; i < 50; i++) socket.write(request);
  await until(
    () => spans.all.find(({ attributes }) => attributes['error.type']),
    'an answer that is not taken',
  );
  socket.destroy();
});

test('no more connections than there may be are taken', async () => {
  await using server = await serve({ maxConnections: 2 });
  const peers = Array.from({ length: 5 }, () => peer(server));
  await until(
    () => (peers.filter(({ socket }) => socket.closed).length === 3 ? true : undefined),
    'refusals',
  );
  for (const { socket } of peers) socket.destroy();
});

test('a peer that does not end its half holds neither a place nor the end of the server', async () => {
  const server = await serve({ idleTimeoutMs: 100, maxConnections: 1 });
  const hold = () =>
    connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true })
      .on('error', () => {})
      .resume();
  const first = hold();
  await once(first, 'end');
  const answerOf = async () => {
    using client = connectTcp({ host: '127.0.0.1', port: server.port });
    return await client.call('echo', Buffer.from('free')).catch(() => undefined);
  };
  for (let answer = await answerOf(); !answer; answer = await answerOf()) await pause(50);
  const second = hold();
  await once(second, 'connect');
  await server.close();
  for (const socket of [first, second]) socket.destroy();
  await spans.take(2);
});

test('what a server says is wrong is kept to a kilobyte', async () => {
  const failure = encodeFrame(
    'failure',
    { reason: 'failed' },
    Buffer.alloc(1024 * 1024, 'x'),
    DEFAULT_FRAME_LIMITS,
  );
  const server = createServer((socket) => socket.once('data', () => socket.end(failure))).listen(0);
  await once(server, 'listening');
  using client = connectTcp({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
  await assert.rejects(client.call('echo', Buffer.from('a')), { message: 'x'.repeat(1024) });
  const [span] = await spans.take(1);
  assert.equal(span?.status.message?.length, 1024);
  server.close();
});
