import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import type { Attributes } from '@opentelemetry/api';
import { askRaw } from '../grpc/testing/ask-raw.ts';
import { callShop } from '../grpc/testing/call-shop.ts';
import { type Handle, type RunningShop, type ShopStub, serveShop } from '../grpc/testing/serve-shop.ts';
import { createSampler } from './create-sampler.ts';
import { parseSamplingDocument } from './document/parse-sampling-document.ts';
import type { SamplingDocument } from './document/sampling-document.ts';
import { createSamplingEngine } from './engine/create-sampling-engine.ts';
import { createMarks } from './mark/create-marks.ts';
import { MARK_HEADER } from './mark/mark-header.ts';
import { signMark } from './mark/sign-mark.ts';
import { RequestMarks } from './request-marks.ts';
import { traceMesh } from './testing/trace-mesh.ts';

const KEY = { id: 'shop', secret: 'a-secret-of-the-shop-and-of-no-other-one' };
const OPERATION = 'shop.v1.Shop/Unary';
const NOTHING = parse({ default: { ratio: 0 } });
const engine = createSamplingEngine({ document: NOTHING, service: 'shop', resource: {} });
const marks = new RequestMarks(createMarks([KEY]));
const sampler = createSampler({ engine, document: NOTHING, marks });
const mesh = traceMesh(sampler);

let leafStatus = grpc.status.OK;
let leaf: RunningShop;
let middle: RunningShop;
let edge: RunningShop;
before(async () => {
  leaf = await serveShop({
    handle: (_call, done) =>
      done(leafStatus ? { code: leafStatus, details: 'as it was asked to' } : null, {}),
  });
  middle = await serveShop({ handle: handOn(leaf.client) });
  edge = await serveShop({ handle: handOn(middle.client) });
  mesh.openToOutsiders(Number(edge.address.split(':')[1]));
});
after(async () => {
  for (const shop of [edge, middle, leaf]) await shop[Symbol.asyncDispose]();
});

function parse(document: object): SamplingDocument {
  return parseSamplingDocument(JSON.stringify({ version: 1, ...document }));
}

/** Asks, and answers OK whatever comes of it. */
function handOn(client: ShopStub): Handle {
  return (_call, done) => void callShop(client, 'Unary').then(() => done(null, {}));
}

/** @returns what the sampler says on each span of one request from outside, that of the edge last; empty: not kept */
async function spansOf(headers: Record<string, string> = {}): Promise<Attributes[]> {
  mesh.sent.length = 0;
  await askRaw(edge.address, headers);
  return mesh.sent.map(({ attributes }) =>
    Object.fromEntries(Object.entries(attributes).filter(([key]) => /^sampl(er|ing)\./.test(key))),
  );
}

/** Of the edge's span alone. */
async function rootOf(document: object, headers: Record<string, string> = {}): Promise<unknown> {
  sampler.configure(parse(document));
  const spans = await spansOf(headers);
  assert.ok(spans.length === 0 || spans.length === 5, `${spans.length} spans`);
  return spans.at(-1);
}

function said(reason: string, probability: number, type: string, param: number): Attributes {
  return {
    'sampling.reason': reason,
    'sampling.probability': probability,
    'sampler.type': type,
    'sampler.param': param,
  };
}

test('each kept root says which policy kept it, and what that is to Jaeger', async () => {
  const hour = { windowSeconds: 3600 };
  assert.deepEqual(await rootOf({ default: { policy: 'always' } }), said('always', 1, 'const', 1));
  assert.deepEqual(await rootOf({ default: { policy: 'never' } }), undefined);
  assert.deepEqual(await rootOf({ default: { ratio: 1 } }), said('ratio', 1, 'probabilistic', 1));
  assert.deepEqual(await rootOf({ default: { ratio: 0 } }), undefined);
  assert.deepEqual(await rootOf({ default: { ratio: 0, first: hour } }), said('first', 1, 'lowerbound', 0));
  assert.deepEqual(await rootOf({ default: { ratio: 0, first: hour } }), undefined);
  const floor = { ratio: 0.25, floor: { perSecond: 1000 } };
  assert.deepEqual(await rootOf({ default: floor }), said('floor', 1, 'lowerbound', 0.25));
  assert.deepEqual(await rootOf({ default: { ...floor, ratio: 0.5 } }), said('floor', 1, 'lowerbound', 0.5));
});

test('a kept root says so in its own span alone, and its tracestate how much it counts for', async () => {
  sampler.configure(parse({ default: { ratio: 1 } }));
  const spans = await spansOf();
  assert.deepEqual(spans.slice(0, -1), [{}, {}, {}, {}]);
  for (const span of mesh.sent) assert.equal(span.spanContext().traceState?.serialize(), 'ot=th:0');
});

test('a good mark has its trace kept in all services, and the span that each begins with says so', async () => {
  sampler.configure(parse({ default: { ratio: 0 }, forced: { perSecond: 1, burst: 1 } }));
  const mark = { [MARK_HEADER]: sign() };
  const forced = { 'sampling.reason': 'forced' };
  assert.deepEqual(await spansOf(mark), [forced, {}, forced, {}, said('forced', 1, 'const', 1)]);
  for (const span of mesh.sent)
    assert.equal(span.spanContext().traceState?.serialize(), 'mesh=reason:forced,ot=th:0');
  assert.deepEqual(await spansOf(mark), []);
  assert.deepEqual(await spansOf({ [MARK_HEADER]: sign() }), []);
  const { good, replayed, limited, malformed, signature } = marks.tally;
  assert.deepEqual([good, replayed, limited, malformed, signature], [1, 1, 1, 0, 0]);
});

test('who is not believed forces nothing by words of his own', async () => {
  sampler.configure(parse({ default: { ratio: 1 } }));
  const [leafs, , middles, , edges] = await spansOf({
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    tracestate: 'mesh=reason:forced,ot=th:0',
  });
  assert.deepEqual([leafs, middles, edges], [{}, {}, said('ratio', 1, 'probabilistic', 1)]);
});

test('an operation whose callees fail is kept more often, though no span of it was; one that refuses is not', async () => {
  sampler.configure(parse({ default: { ratio: 0, boost: { ratio: 1 } } }));
  leafStatus = grpc.status.NOT_FOUND;
  for (let call = 0; call < 50; call++) assert.deepEqual(await spansOf(), []);
  leafStatus = grpc.status.INTERNAL;
  let spans: Attributes[] = [];
  let calls = 0;
  // A window may end meanwhile: then it takes twice as many.
  for (; calls < 60 && spans.length === 0; calls++) spans = await spansOf();
  leafStatus = grpc.status.OK;
  assert.deepEqual(spans, [{}, {}, {}, {}, said('boost', 1, 'const', 1)]);
  assert.ok(calls > 5, `${calls} calls`);
  assert.equal(
    engine.operations(Date.now()).find(({ operation }) => operation === OPERATION)?.isBoosted,
    true,
  );
});

test('where no parent counts each span decides and says why, and nothing is told of failures', async () => {
  sampler.configure(parse({ parent: 'ignore', default: { ratio: 1 } }));
  const spans = await spansOf();
  assert.deepEqual(spans, Array(5).fill(said('ratio', 1, 'probabilistic', 1)));
});

test('what a document that comes while it runs says holds for the next request', async () => {
  assert.deepEqual(await rootOf({ default: { ratio: 0 } }), undefined);
  assert.deepEqual(await rootOf({ default: { policy: 'always' } }), said('always', 1, 'const', 1));
});

function sign(): string {
  return signMark(KEY, {
    carrier: 'grpc',
    operation: OPERATION,
    expiresAt: Math.floor(Date.now() / 1000) + 60,
  });
}
