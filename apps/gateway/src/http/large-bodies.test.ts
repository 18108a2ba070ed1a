import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { goodOrder, post, problemIn, problemOf } from '../testing/call.ts';
import { startGateway } from '../testing/gateway.ts';
import { orderOf } from '../testing/orders.ts';
import { parseAnswer } from '../testing/raw.ts';

const createOrder = async () => ({ order: orderOf(), replayed: false });
const limit = 256 * 1024;

/** A good order, filled up with spaces to this length. */
const ofLength = (length: number) => JSON.stringify(goodOrder).padEnd(length);

const headers = { 'content-type': 'application/json', 'idempotency-key': 'k-1' };

/** Sends the chunks without telling their length; the answer is read after the last is written. */
async function sendChunked(port: number, chunks: readonly string[], more: Record<string, string> = {}) {
  const call = request({
    port,
    host: '127.0.0.1',
    path: '/v1/orders',
    method: 'POST',
    headers: { ...headers, ...more },
  });
  const answered = once(call, 'response');
  if (more['expect']) {
    call.flushHeaders();
    await once(call, 'continue');
  }
  for (const chunk of chunks) call.write(chunk);
  call.end();
  const [response] = await answered;
  return {
    status: response.statusCode as number,
    headers: new Headers(response.headers),
    body: await text(response),
  };
}

test('a body of 256 KiB is taken, one byte more is 413', async (t) => {
  const { url } = await startGateway(t, { order: { createOrder } });
  assert.equal((await fetch(`${url}/v1/orders`, post(ofLength(limit)))).status, 201);
  assert.equal((await problemOf(`${url}/v1/orders`, post(ofLength(limit + 1)))).status, 413);
});

test('a client that sends 1 MB sees the 413, every time', async (t) => {
  const { url } = await startGateway(t, { order: { createOrder } });
  for (let call = 0; call < 20; call += 1) {
    assert.equal((await problemOf(`${url}/v1/orders`, post('x'.repeat(1_000_000)))).status, 413);
  }
  assert.equal((await fetch(`${url}/v1/orders`, post(goodOrder))).status, 201);
});

test('a client that does not say how much it sends sees the 413 as well', async (t) => {
  const { port } = await startGateway(t, { order: { createOrder } });
  const answer = await sendChunked(
    port,
    Array.from({ length: 40 }, () => 'x'.repeat(50_000)),
  );
  assert.equal(problemIn(answer, answer.body, '/v1/orders').status, 413);
});

test('a client that reads only when it has sent all sees the 413', async (t) => {
  const { port } = await startGateway(t, { order: { createOrder } });
  const socket = connect(port, '127.0.0.1').pause();
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const write = promisify(socket.write.bind(socket) as (text: string, done: () => void) => void);
  await write(`POST /v1/orders HTTP/1.1\r\nhost: x\r\ncontent-length: 4000000\r\n${lines.join('')}\r\n`);
  // A turn of the loop after each chunk, in which an early answer would end the connection.
  for (let sent = 0; sent < 40; sent += 1) {
    await write('x'.repeat(100_000));
    await setImmediate();
  }
  assert.equal(parseAnswer(await text(socket)).status, 413);
});

test('a client that asks first is told to go on, and sees what comes of it', async (t) => {
  const { port } = await startGateway(t, { order: { createOrder } });
  const expect = { expect: '100-continue' };
  const large = await sendChunked(port, ['x'.repeat(1_000_000)], expect);
  assert.equal(problemIn(large, large.body, '/v1/orders').status, 413);
  assert.equal((await sendChunked(port, [JSON.stringify(goodOrder)], expect)).status, 201);
});

test('a client that sends without end is cut off', async (t) => {
  const { port, url } = await startGateway(t, { order: { createOrder } });
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST /v1/orders HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n${lines.join('')}\r\n`);
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
  const send = () => {
    while (socket.writable && socket.write(chunk));
  };
  socket.on('drain', send);
  send();
  await closed;
  assert.ok(socket.bytesWritten < 64 * 1024 * 1024, `${socket.bytesWritten} bytes were taken`);
  assert.equal((await fetch(`${url}/v1/orders`, post(goodOrder))).status, 201);
});

test('a client that goes away while it sends is no error of ours, and has its line', async (t) => {
  const { port, lines } = await startGateway(t, { order: { createOrder } });
  const socket = connect(port, '127.0.0.1');
  const head = 'host: x\r\ncontent-type: application/json\r\nidempotency-key: k\r\ncontent-length: 100\r\n';
  socket.write(`POST /v1/orders HTTP/1.1\r\nexpect: 100-continue\r\n${head}\r\n`);
  const [answer] = await once(socket, 'data');
  assert.equal(parseAnswer(String(answer)).status, 100);
  socket.write('{"customerId"');
  socket.destroy();
  const finished = () => lines.filter(({ message }) => message === 'request finished');
  while (finished().length === 0) await setImmediate();
  assert.deepEqual(
    finished().map(({ fields }) => fields['http.response.status_code']),
    [499],
  );
  assert.deepEqual(
    lines.filter(({ level }) => level === 'error'),
    [],
  );
});
