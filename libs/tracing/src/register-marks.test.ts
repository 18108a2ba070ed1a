import assert from 'node:assert/strict';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import { type Call, grpcCaller, httpCaller } from './at-the-edge/testing/call-outside.ts';
import type { Carrier } from './sampling/mark/mark-claim.ts';
import { MARK_HEADER } from './sampling/mark/mark-header.ts';
import { type MarkToSign, signMark } from './sampling/mark/sign-mark.ts';
import { type Collector, startCollector } from './testing/collector.ts';
import { shop } from './testing/fixtures/shop.ts';
import { type Service, startService } from './testing/service.ts';

const KEY = { id: 'web', secret: 'a-secret-of-the-web-shop-and-no-other' };
const NOBODYS = { id: 'web', secret: 'a-secret-of-somebody-else-altogether' };
const DOCUMENT = { version: 1, default: { ratio: 0 }, forced: { perSecond: 100, burst: 100 } };
const OPERATIONS = { http: 'GET /v1/orders/:id', grpc: 'shop.v1.CartService/List' } as const;
const seen: (IncomingHttpHeaders | grpc.Metadata)[] = [];
const marks: string[] = [];
let collector: Collector;
let service: Service;
let ways: [Exclude<Carrier, 'tcp'>, Call][];

const web = createServer(({ headers }, response) => {
  seen.push(headers);
  response.end();
});
const server = new grpc.Server();
const take: grpc.handleUnaryCall<object, object> = ({ metadata }, done) => {
  seen.push(metadata);
  done(null, {});
};
server.addService(shop, { List: take, Check: take });

before(async () => {
  collector = await startCollector();
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  const grpcPort = await new Promise((resolve) =>
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (_, port) => resolve(port)),
  );
  const file = join(tmpdir(), `mesh-marks-${process.pid}.json`);
  await writeFile(file, JSON.stringify(DOCUMENT));
  service = startService('copies-headers', {
    args: [(web.address() as AddressInfo).port, String(grpcPort)],
    env: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      MESH_SAMPLING_FILE: file,
      MESH_SAMPLING_MARK_KEYS: `${KEY.id}:${KEY.secret}`,
    },
  });
  const { port, grpcPort: edge } = await service.line('listening');
  await rm(file);
  ways = [
    ['http', httpCaller(Number(port)).call],
    ['grpc', grpcCaller(Number(edge)).call],
  ];
});
after(async () => {
  server.forceShutdown();
  web.close();
  await service[Symbol.asyncDispose]();
  await collector[Symbol.asyncDispose]();
});

/** @returns the flags of the trace: 03 where it is kept */
async function ask(call: Call, mark: string): Promise<string> {
  marks.push(mark);
  return (await call({ 'mesh-sampling-mark': mark })).slice(-2);
}

function sign(carrier: Carrier, changes: Partial<MarkToSign> = {}, key = KEY): string {
  const operation = carrier === 'tcp' ? 'list' : OPERATIONS[carrier];
  return signMark(key, { carrier, operation, expiresAt: Math.floor(Date.now() / 1000) + 60, ...changes });
}

test('a good mark has its request kept, once; nothing else has', async () => {
  for (const [carrier, call] of ways) {
    const other = carrier === 'http' ? 'grpc' : 'http';
    const good = sign(carrier);
    assert.equal(await ask(call, good), '03', carrier);
    for (const wrong of [
      good,
      sign(other),
      sign('tcp'),
      sign(carrier, { operation: OPERATIONS[other] }),
      sign(carrier, { expiresAt: 1_790_000_000 }),
      sign(carrier, {}, NOBODYS),
      sign(carrier, {}, { ...KEY, id: 'app' }),
      `${sign(carrier)},${sign(carrier)}`,
      'v1',
    ])
      assert.equal(await ask(call, wrong), '02', `${carrier}: ${wrong}`);
    assert.equal(await ask(call, sign(carrier)), '03', carrier);
  }
});

test('what is kept says that it was forced, and counts for one', async () => {
  service.stop();
  assert.equal((await service.exit).code, 0, service.stderr());
  const roots = collector.spans.filter(({ parentSpanId }) => parentSpanId === '');
  assert.deepEqual(
    roots.map(({ name, attributes, traceState }) => [
      name,
      attributes['sampling.reason'],
      attributes['sampling.probability'],
      /(^|,)ot=th:0(,|$|;)/.test(traceState),
    ]),
    Object.values(OPERATIONS).flatMap((name) => [0, 1].map(() => [name, 'forced', 1, true])),
  );
});

test('no mark goes on, even from who copies all that it is sent, and neither mark nor key is said anywhere', () => {
  assert.equal(seen.length, 4 * marks.length);
  const told = seen.map((each) => (each instanceof grpc.Metadata ? each.getMap() : each));
  assert.ok(told.every((headers) => headers['mesh-sampling-mark'] === undefined));
  // The raw headers of HTTP have it; elsewhere nobody could copy it.
  const copied = service.lines.filter(
    ({ message, headers = {} }) => message === 'asked' && MARK_HEADER in (headers as object),
  );
  assert.equal(copied.length, marks.length / 2);
  const otlp = Buffer.concat(collector.requests.map(({ body }) => body)).toString('latin1');
  for (const secret of [
    KEY.secret,
    ...marks.filter((mark) => mark.length > 20).map((mark) => mark.slice(20)),
  ])
    for (const text of [service.stdout(), service.stderr(), otlp]) assert.ok(!text.includes(secret));
});
