import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:http2';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { size } from '../testing/size.ts';
import { serveShop } from './testing/serve-shop.ts';
import { SERVER, traceGrpc } from './testing/traced-grpc.ts';

const ROUND = 100;
const MAX_GROWTH_BYTES = 8 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const paths = [
  (n: number) => `/shop.v1.Shop/Invented${n}`,
  (n: number) => `/invented.v${n}.Shop/Unary`,
  (n: number) => `/shop.v1.Shop/Unary/${n}`,
  (n: number) => `/${'x'.repeat(n % 5000)}`,
  (n: number) => `//${n}?${n}`,
];

test('invented methods are one operation, and nothing grows by them', { timeout: 600_000 }, async (t) => {
  using traced = traceGrpc();
  await using shop = await serveShop();
  const session = connect(`http://${shop.address}`);
  t.after(() => session.destroy());
  const ask = (path = '/') =>
    once(
      session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/grpc' }).resume(),
      'close',
    );
  const names = new Set<unknown>();
  const heap: number[] = [];
  for (let sent = 0; sent < size(100_000); sent += ROUND) {
    await Promise.all(Array.from({ length: ROUND }, (_, i) => ask(paths[i % paths.length]?.(sent + i))));
    for (const span of await traced.wait(ROUND, SERVER)) {
      names.add(span.name).add(span.attributes['rpc.method']);
    }
    traced.forget();
    collectGarbage();
    heap.push(process.memoryUsage().heapUsed);
  }
  assert.deepEqual([...names], ['_OTHER']);
  const [first = 0, last = 0] = [heap[1], heap.at(-1)];
  assert.ok(last - first < MAX_GROWTH_BYTES, `the heap went from ${first} to ${last} bytes`);
});
