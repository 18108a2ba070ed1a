import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { askRaw } from '../grpc/testing/ask-raw.ts';
import { callShop } from '../grpc/testing/call-shop.ts';
import { RETRIES } from '../grpc/testing/retries.ts';
import {
  connectShop,
  type Handle,
  type RunningShop,
  type ShopStub,
  serveShop,
} from '../grpc/testing/serve-shop.ts';
import { endedRoots } from './testing/ended-roots.ts';
import { traceMesh } from './testing/trace-mesh.ts';

const ROOT = 'shop.v1.Shop/Unary';
const FAILURES = ['UNKNOWN', 'DEADLINE_EXCEEDED', 'INTERNAL', 'UNAVAILABLE', 'DATA_LOSS'];
const STATUSES = Object.keys(grpc.status).filter((name) => Number.isNaN(Number(name)));
const roots = endedRoots();
const mesh = traceMesh(roots.sampler);
const TRAILER = 'mesh-failed-below';
/** Of one whose trace is not sampled. */
const CALLER = { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00' };

/** The status that the last of the chain answers. */
let leafStatus = 'OK';
let leaf: RunningShop;
let middle: RunningShop;
let edge: RunningShop;
/** What the trailers of their calls were to those in the chain. */
let seen: grpc.Metadata[] = [];
before(async () => {
  leaf = await serveShop({ handle: (_call, done) => done(answerOf(leafStatus), {}) });
  middle = await serveShop({ handle: handOn(leaf.client) });
  edge = await serveShop({ handle: handOn(middle.client) });
  mesh.openToOutsiders(portOf(edge));
});
after(async () => {
  for (const shop of [edge, middle, leaf]) await shop[Symbol.asyncDispose]();
});

function portOf({ address }: RunningShop): number {
  return Number(address.split(':')[1]);
}

function answerOf(status: string): Partial<grpc.StatusObject> | null {
  return status === 'OK' ? null : { code: grpc.status[status as 'OK'], details: 'as it was asked to' };
}

/** Asks, and answers OK whatever comes of it. */
function handOn(client: ShopStub): Handle {
  return (_call, done) => void callShop(client, 'Unary', { act }).then(() => done(null, {}));
}

function act(call: grpc.ClientUnaryCall): void {
  call.on('status', ({ metadata }) => seen.push(metadata));
}

test('what fails two services down is a failure of the root, though all above it fall back; refusals are none', async () => {
  for (const status of STATUSES) {
    leafStatus = status;
    await callShop(edge.client, 'Unary');
    assert.equal(await roots.next(), FAILURES.includes(status) ? `${ROOT}!` : ROOT, status);
  }
});

test('what a root answers itself is its failure by the same rule', async () => {
  for (const status of STATUSES) {
    leafStatus = status;
    await askRaw(leaf.address, {});
    assert.equal(await roots.next(), FAILURES.includes(status) ? `${ROOT}!` : ROOT, status);
  }
});

test('the word of it goes to a caller that is believed, out of sight of handlers, and to nobody else', async () => {
  leafStatus = 'INTERNAL';
  seen = [];
  assert.equal((await askRaw(middle.address, CALLER))[TRAILER], '1');
  assert.equal((await askRaw(middle.address, {}))[TRAILER], undefined);
  assert.equal((await askRaw(edge.address, CALLER))[TRAILER], undefined);
  assert.deepEqual([await roots.next(), await roots.next()], [`${ROOT}!`, `${ROOT}!`]);
  assert.equal(seen.length, 4);
  for (const metadata of seen) assert.deepEqual(metadata.get(TRAILER), []);
});

test('nothing below that fails is nothing to tell', async () => {
  leafStatus = 'NOT_FOUND';
  assert.equal((await askRaw(middle.address, CALLER))[TRAILER], undefined);
});

test('what a server outside of the mesh says of itself counts for nothing, and goes no further', async () => {
  const trailers = new grpc.Metadata();
  trailers.set(TRAILER, '1');
  trailers.set('grpc-previous-rpc-attempts', '1');
  await using liar = await serveShop({ handle: (_call, done) => done(null, {}, trailers) });
  await using caller = await serveShop({ handle: handOn(connectShop(`localhost:${portOf(liar)}`)) });
  assert.equal((await askRaw(caller.address, CALLER))[TRAILER], undefined);
  await askRaw(caller.address, {});
  // It is a root itself each time: nothing is said to it.
  assert.deepEqual([await roots.next(), await roots.next(), await roots.next()], [ROOT, ROOT, ROOT]);
  await using believer = await serveShop({ handle: handOn(liar.client) });
  await askRaw(believer.address, {});
  assert.equal(await roots.next(), `${ROOT}!`);
});

test('an attempt that failed is a failure, though the next one has mended it', async () => {
  let attempts = 0;
  await using flaky = await serveShop({
    handle: (_call, done) => done(answerOf(++attempts === 1 ? 'UNAVAILABLE' : 'OK'), {}),
    client: { 'grpc.service_config': JSON.stringify(RETRIES) },
  });
  await using caller = await serveShop({ handle: handOn(flaky.client) });
  assert.equal((await askRaw(caller.address, {}))['grpc-status'], '0');
  assert.deepEqual([attempts, await roots.next()], [2, `${ROOT}!`]);
});

test('a call that its caller gives up is a failure neither of the caller nor of the server', async () => {
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  await using silent = await serveShop({ handle: () => isAsked() });
  mesh.openToOutsiders(portOf(silent));
  await using caller = await serveShop({
    handle(_call, done) {
      const cancel = (call: grpc.ClientUnaryCall) => void asked.then(() => call.cancel());
      void callShop(silent.client, 'Unary', { act: cancel }).then(() => done(null, {}));
    },
  });
  await askRaw(caller.address, {});
  assert.deepEqual([await roots.next(), await roots.next()], [ROOT, ROOT]);
});
