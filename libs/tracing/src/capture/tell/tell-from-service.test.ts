import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askRaw } from '../../grpc/testing/ask-raw.ts';
import { type Service, startService } from '../../testing/service.ts';
import { until } from '../../testing/until.ts';
import { newTrace } from '../testing/captured-mesh.ts';
import { serveTells, type TellServer } from './testing/serve-tells.ts';

const ROUNDS = 5;

let peers: readonly TellServer[];
let service: Service;
let address: string;

before(async () => {
  peers = await Promise.all([serveTells(), serveTells(), serveTells()]);
  const env = {
    OTEL_TRACES_SAMPLER: 'always_off',
    OTEL_TRACES_EXPORTER: 'none',
    OTEL_LOGS_EXPORTER: 'none',
    OTEL_METRICS_EXPORTER: 'none',
    MESH_TRUST: 'trust',
  };
  service = startService('errands', { env });
  address = `127.0.0.1:${await service.port()}`;
});
after(async () => {
  await service[Symbol.asyncDispose]();
  for (const peer of peers) await peer[Symbol.asyncDispose]();
});

/** Has the service call all peers, and then fail. @returns the trace, and when that was known */
async function fail(): Promise<{ traceId: string; at: number }> {
  const { traceId, headers } = newTrace();
  const calls = peers.map((peer) => ({ to: peer.address, errand: {} }));
  const { 'mesh-capture': said } = await askRaw(address, headers, { message: { calls, status: 'INTERNAL' } });
  assert.equal(said, 'promoted:INTERNAL');
  return { traceId, at: performance.now() };
}

/** Waits until all peers know. @returns when the last of them did */
const known = (traceId: string) =>
  until(() => {
    const times = peers.map(({ heard }) => heard.find((one) => String(one.promotions).includes(traceId))?.at);
    return times.includes(undefined) ? undefined : Math.max(...(times as number[]));
  }, 'all who know');

test('all that answered before a failure know of it within 200 ms', async () => {
  const delays: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { traceId, at } = await fail();
    delays.push((await known(traceId)) - at);
  }
  // On a machine that does other things, too, one of them may be late.
  const [, , median] = delays.toSorted((one, other) => one - other);
  assert.ok(Number(median) < 200, `after ${delays} ms`);
});

test('a service that ends tells what it still has to', async () => {
  const { traceId } = await fail();
  service.stop();
  await known(traceId);
  assert.equal((await service.exit).code, 0, service.stderr());
});
