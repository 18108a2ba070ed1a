import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { type ClientHttp2Session, type ClientHttp2Stream, connect } from 'node:http2';
import { after, before, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { askRaw } from '../../grpc/testing/ask-raw.ts';
import { callShop } from '../../grpc/testing/call-shop.ts';
import { type RawServer, serveRaw } from '../../grpc/testing/serve-raw.ts';
import { connectShop, type RunningShop, type ShopStub, serveShop } from '../../grpc/testing/serve-shop.ts';
import { size } from '../../testing/size.ts';
import { currentCapture } from '../current-capture.ts';
import { captureMesh, newTrace } from '../testing/captured-mesh.ts';
import { VERDICT_HEADER } from '../verdict-text.ts';
import { MAX_VERDICTS, TELL_PATH } from './tell-method.ts';
import { writeTell } from './write-tell.ts';

const ROUND = 50;
const MAX_GROWTH_BYTES = 8 * 1024 * 1024;

/** No forgery costs its server much more than a request does. */
const MAX_COST = 2;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const mesh = captureMesh();
const capture = currentCapture();
const FORGED = 'promoted:INTERNAL;20';

let shop: RunningShop;
let edge: RunningShop;
let stranger: RawServer;
/** Of the shop, of the edge, and of the server outside. */
let inside: ClientHttp2Session;
let outside: ClientHttp2Session;
/** Of those who cut off their calls: from some thousand on Node ends it, and they come again. */
let rude: ClientHttp2Session | undefined;
let client: ShopStub;
/** A trace that waits in this process, and whose id somebody knows. */
let known = newTrace();

before(async () => {
  shop = await serveShop();
  edge = await serveShop();
  mesh.openToOutsiders(Number(edge.address.split(':')[1]));
  stranger = await serveRaw(() => ({ 'grpc-status': '0', [VERDICT_HEADER]: FORGED }));
  inside = connect(`http://${shop.address}`);
  outside = connect(`http://${edge.address}`);
  client = connectShop(stranger.address.replace('127.0.0.1', 'localhost'));
});
after(async () => {
  client.close();
  inside.destroy();
  outside.destroy();
  rude?.destroy();
  await Promise.all([shop, edge, stranger].map((server) => server[Symbol.asyncDispose]()));
});

function call(session: ClientHttp2Session, headers: object, act: (call: ClientHttp2Stream) => void) {
  const stream = session.request({
    ':method': 'POST',
    ':path': '/shop.v1.Shop/Unary',
    'content-type': 'application/grpc',
    te: 'trailers',
    ...headers,
  });
  act(stream.on('error', () => {}).resume());
  return new Promise((resolve) => stream.once('close', resolve));
}

function rudeSession(): ClientHttp2Session {
  if (rude && !rude.closed && !rude.destroyed) return rude;
  rude = connect(`http://${shop.address}`).on('error', () => {});
  return rude;
}

const MESSAGE = Buffer.from([0, 0, 0, 0, 2, 0x7b, 0x7d]);
const send = (body: Uint8Array) => (stream: ClientHttp2Stream) => void stream.end(body);
const told = (traceId: string) => send(writeTell([{ traceId, verdict: 'INTERNAL', level: 20 }]));
const TELL = { ':path': TELL_PATH };

const request = () => call(inside, newTrace().headers, send(MESSAGE));

const forgeries: Record<string, () => Promise<unknown>> = {
  'the method, at a port for outsiders': () => call(outside, TELL, told(known.traceId)),
  'a verdict of a caller, at a port for outsiders': () =>
    call(outside, { ...known.headers, [VERDICT_HEADER]: FORGED }, send(MESSAGE)),
  'ids that nobody knows': () => call(inside, TELL, told(newTrace().traceId)),
  nonsense: () => call(inside, TELL, send(randomBytes(200))),
  'calls that are cut off': () =>
    call(rudeSession(), TELL, (stream) => {
      stream.write(MESSAGE.subarray(0, 3));
      stream.close();
    }),
};

/** @returns ms of CPU for a round, the client's part included */
async function costOf(act: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await Promise.all(Array.from({ length: ROUND }, act));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const median = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

for (const [name, forge] of Object.entries(forgeries)) {
  test(`${name}: nothing is sent, and it costs what requests do`, { timeout: 600_000 }, async (t) => {
    const ratios: number[] = [];
    const heap: number[] = [];
    for (let sent = 0; sent < size(50_000); sent += ROUND) {
      known = newTrace();
      await askRaw(shop.address, known.headers);
      ratios.push((await costOf(forge)) / (await costOf(request)));
      if (sent === ROUND) heap.push(heapUsed());
    }
    heap.push(heapUsed());
    assert.deepEqual(mesh.sent, []);
    assert.ok(Number(capture?.bytes) <= 1e6);
    const growth = Number(heap[1]) - Number(heap[0]);
    t.diagnostic(`${median(ratios).toFixed(2)} of a request, ${growth} bytes more`);
    assert.ok(median(ratios) < MAX_COST, `${median(ratios)} of a request`);
    assert.ok(growth < MAX_GROWTH_BYTES, `${growth} bytes more`);
  });
}

test('ten thousand unknown ids cost less than a fifth of a second', async (t) => {
  const promotions = Array.from({ length: MAX_VERDICTS }, () => {
    const { traceId } = newTrace();
    return { traceId, verdict: 'slow', level: 0 } as const;
  });
  const tenThousand = () => call(inside, TELL, send(writeTell(promotions)));
  const costs: number[] = [];
  const missed = Number(capture?.tally.missedTraces);
  for (let round = 0; round < size(200); round++) costs.push(((await costOf(tenThousand)) * 10) / ROUND);
  const heard = costs.length * ROUND * MAX_VERDICTS;
  assert.equal(capture?.tally.missedTraces, missed + heard);
  t.diagnostic(`${median(costs).toFixed(1)} ms`);
  assert.ok(median(costs) < 200, `${median(costs)} ms`);
});

test('the trailers of a server outside promote nothing', async () => {
  for (let sent = 0; sent < size(10_000); sent++)
    assert.equal(await callShop(client, 'Unary'), 'UNIMPLEMENTED');
  assert.deepEqual([mesh.sent, stranger.asked.length >= size(10_000)], [[], true]);
});
