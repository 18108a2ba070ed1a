import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { test } from 'node:test';
import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { until } from '../../testing/until.ts';
import type { CapturedTrace } from '../captured-trace.ts';
import { BatchTeller } from './batch-teller.ts';
import { TellTally } from './tell-tally.ts';
import { sayUnimplemented, serveTells } from './testing/serve-tells.ts';

const idOf = (n: number) => n.toString(16).padStart(32, '0');

/** As far as it matters to those who tell of it. */
const traceOf = (n: number, more: object = {}) =>
  ({ traceId: idOf(n), verdict: 'slow', level: 0, ...more }) as unknown as CapturedTrace;

function startTeller(): { teller: BatchTeller; tally: TellTally } & AsyncDisposable {
  const tally = new TellTally();
  const teller = new BatchTeller(tally);
  return { teller, tally, [Symbol.asyncDispose]: () => teller.end() };
}

const isDone = (tally: TellTally, count: number) =>
  until(() => (tally.told + tally.failed + tally.dropped >= count ? tally : undefined), `${count} told`);

/** Something that is no HTTP/2. */
async function serveTcp(act: (socket: Socket) => void): Promise<{ address: string } & AsyncDisposable> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => act(socket.on('error', () => {})));
  server.on('connection', (socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test('each address hears of its traces in one call, once each, and of nothing else', async () => {
  await using started = startTeller();
  await using one = await serveTells();
  await using other = await serveTells({ host: '::1' });
  const { teller, tally } = started;
  // The first loads what it needs, which a service with gRPC has anyway.
  teller.tell(one.address, traceOf(0));
  await isDone(tally, 1);
  const rising = { level: 0 };
  const late = Object.create(traceOf(2), { level: { get: () => rising.level } });
  teller.tell(one.address, traceOf(1, { verdict: 'DEADLINE_EXCEEDED' }));
  teller.tell(one.address, late);
  teller.tell(one.address, late);
  teller.tell(other.address, traceOf(3));
  rising.level = 3;
  await isDone(tally, 4);
  assert.deepEqual(one.heard[1]?.promotions, [`${idOf(1)} DEADLINE_EXCEEDED 0`, `${idOf(2)} slow 3`]);
  assert.deepEqual(other.heard[0]?.promotions, [`${idOf(3)} slow 0`]);
  assert.deepEqual([one.heard.length, other.heard.length, one.sessions.length], [2, 1, 1]);
  assert.deepEqual({ ...tally }, { told: 4, failed: 0, dropped: 0 });
});

test('what is told says nothing of the request in which that came about', async () => {
  await using started = startTeller();
  await using peer = await serveTells();
  const spanContext = { traceId: idOf(9), spanId: '00f067aa0ba902b7', traceFlags: 1 };
  context.with(trace.setSpanContext(ROOT_CONTEXT, spanContext), () =>
    started.teller.tell(peer.address, traceOf(1)),
  );
  await isDone(started.tally, 1);
  const own = Object.keys(peer.heard[0]?.headers ?? {}).filter((name) => !name.startsWith(':'));
  assert.deepEqual(own, ['content-type', 'te', 'grpc-timeout']);
});

test('a connection that its server has ended is made anew', async () => {
  await using started = startTeller();
  const { teller, tally } = started;
  await using peer = await serveTells();
  const ends = [() => peer.sessions[0]?.destroy(), () => peer.sessions[1]?.goaway(), () => {}];
  for (const [n, end] of ends.entries()) {
    teller.tell(peer.address, traceOf(n));
    await isDone(tally, n + 1);
    end();
  }
  assert.deepEqual([tally.told, peer.sessions.length], [3, 3]);
});

test('where nobody answers, what is told waits until somebody does', async () => {
  await using started = startTeller();
  const { teller, tally } = started;
  const asked = Promise.withResolvers<void>();
  const broken = await serveTcp((socket) => {
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    asked.resolve();
  });
  teller.tell(broken.address, traceOf(1));
  await asked.promise;
  await broken[Symbol.asyncDispose]();
  await using peer = await serveTells({ port: Number(broken.address.split(':')[1]) });
  teller.tell(broken.address, traceOf(2));
  await isDone(tally, 2);
  assert.deepEqual([tally.told, peer.heard.flatMap(({ promotions }) => promotions).length], [2, 2]);
});

test('whoever does not know the method is left alone', async () => {
  await using started = startTeller();
  const { teller, tally } = started;
  await using stranger = await serveTells({ answer: sayUnimplemented });
  for (const n of [1, 2, 3]) {
    teller.tell(stranger.address, traceOf(n));
    await isDone(tally, n);
  }
  assert.deepEqual([tally.failed, stranger.heard.length], [3, 1]);
});

test('of what waits for one address the oldest has to go where there is too much, and there are only so many addresses', async () => {
  await using started = startTeller();
  const { teller, tally } = started;
  await using peer = await serveTells();
  for (let n = 0; n < 1002; n++) teller.tell(peer.address, traceOf(n));
  assert.equal(tally.dropped, 2);
  for (let port = 1; port <= 100; port++) teller.tell(`127.0.0.1:${port}`, traceOf(port));
  assert.equal(tally.dropped, 3);
  await until(() => (tally.told === 1000 ? true : undefined), 'a thousand told');
  assert.equal(peer.heard[0]?.promotions[0], `${idOf(2)} slow 0`);
});

test('at the end what waits is told, and nothing later; who does not answer holds it for 200 ms', async () => {
  const { teller, tally } = startTeller();
  await using peer = await serveTells();
  await using deaf = await serveTcp(() => {});
  teller.tell(peer.address, traceOf(1));
  teller.tell(deaf.address, traceOf(2));
  const start = performance.now();
  await teller.end();
  assert.ok(performance.now() - start < 400);
  teller.tell(peer.address, traceOf(3));
  await isDone(tally, 3);
  assert.deepEqual([peer.heard.length, { ...tally }], [1, { told: 1, failed: 1, dropped: 1 }]);
});

test('a process is not held, neither by what waits nor by a connection that is kept', async () => {
  await using peer = await serveTells();
  const program = `
    import { BatchTeller } from ${JSON.stringify(import.meta.resolve('./batch-teller.ts'))};
    const tally = { told: 0, failed: 0, dropped: 0 };
    const teller = new BatchTeller(tally);
    const trace = { traceId: '${idOf(1)}', verdict: 'slow', level: 0 };
    teller.tell('${peer.address}', trace);
    const wait = setInterval(() => {
      if (!tally.told) return;
      clearInterval(wait);
      teller.tell('${peer.address}', trace);
    }, 10);`;
  const start = performance.now();
  const child = spawn(process.execPath, ['-C', '@mesh/source', '--input-type=module', '-e', program], {
    stdio: 'inherit',
    timeout: 20_000,
  });
  assert.deepEqual(await once(child, 'exit'), [0, null]);
  // The connection is kept for ten.
  assert.ok(performance.now() - start < 8000);
  assert.equal(peer.heard.length, 1);
});
