import assert from 'node:assert/strict';
import { constants } from 'node:http2';
import { after, before, test } from 'node:test';
import { askRaw, type RawOptions } from '../grpc/testing/ask-raw.ts';
import { seededRandom } from '../sampling/engine/testing/seeded-random.ts';
import { type Collector, startCollector } from '../testing/collector.ts';
import type { Errand } from '../testing/fixtures/errands.ts';
import { type Service, startService } from '../testing/service.ts';
import { until } from '../testing/until.ts';
import { newTrace } from './testing/captured-mesh.ts';
import { type PlannedErrand, randomErrands } from './testing/random-errands.ts';

const VERDICT = 'mesh-capture';
const KINDS = ['', '', 'serves', 'calls'];
const services = new Map<string, Service>();
const addresses = new Map<string, string>();
let collector: Collector;

/** A service of the mesh that samples nothing. */
async function start(name: string, more: Record<string, string> = {}): Promise<void> {
  const env = {
    OTEL_SERVICE_NAME: name,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_TRACES_SAMPLER: 'parentbased_always_off',
    OTEL_BSP_SCHEDULE_DELAY: '50',
    MESH_TRUST: 'trust',
    ...more,
  };
  const service = startService('errands', { env, limitMs: 120_000 });
  services.set(name, service);
  addresses.set(name, `127.0.0.1:${await service.port()}`);
}

before(async () => {
  collector = await startCollector();
  await Promise.all(['edge', 'middle', 'leaf', 'sibling', 'doomed'].map((name) => start(name)));
});
after(async () => {
  for (const service of services.values()) await service[Symbol.asyncDispose]();
  await collector[Symbol.asyncDispose]();
});

const to = (name: string, errand: Errand = {}, more = {}) => ({
  to: addresses.get(name) ?? '',
  errand,
  ...more,
});

/** Has the edge do it, in a trace of its own that is not sampled. @returns what its trailers say of the trace */
async function ask(message: Errand, options: RawOptions & { service?: string; flags?: string } = {}) {
  const { traceId, headers } = newTrace(options.flags);
  const address = addresses.get(options.service ?? 'edge') ?? '';
  const { [VERDICT]: said } = await askRaw(address, headers, { ...options, message });
  return { traceId, said };
}

const spansOf = (traceId: string) => collector.spans.filter((span) => span.traceId === traceId);

/** Waits until the trace has arrived. @returns whose spans they are, and why they were kept */
async function whole(traceId: string, count: number): Promise<{ spans: string[]; reasons: unknown[] }> {
  const spans = await until(
    () => (spansOf(traceId).length >= count ? spansOf(traceId) : undefined),
    `${count} spans`,
  );
  return {
    spans: spans.map(({ resource, kind }) => `${resource['service.name']} ${KINDS[kind]}`).toSorted(),
    reasons: [...new Set(spans.map(({ attributes }) => attributes['sampling.reason']))],
  };
}

const ALL = ['edge calls', 'edge calls', 'edge serves', 'leaf serves', 'middle calls', 'middle serves'];

test('what fails three services down is kept whole, with a sibling that had answered before, though the edge recovers', async () => {
  const failing = to('middle', { calls: [to('leaf', { status: 'INTERNAL' })] });
  const { traceId, said } = await ask({ calls: [to('sibling'), failing] });
  assert.equal(said, 'promoted:INTERNAL');
  assert.deepEqual(await whole(traceId, 7), {
    spans: [...ALL, 'sibling serves'],
    reasons: ['promoted:INTERNAL'],
  });
});

test('what fails at the edge is kept whole, down to those that only others have called', async () => {
  const calls = [to('sibling'), to('middle', { calls: [to('leaf')] })];
  const { traceId } = await ask({ calls, status: 'UNKNOWN' });
  assert.deepEqual(await whole(traceId, 7), {
    spans: [...ALL, 'sibling serves'],
    reasons: ['promoted:UNKNOWN'],
  });
});

test('a call that its caller has not waited for is kept whole', async () => {
  const late = to('middle', { calls: [to('leaf', { restMs: 500 })] }, { deadlineMs: 250 });
  const { traceId, said } = await ask({ calls: [late] });
  assert.equal(said, 'promoted:DEADLINE_EXCEEDED');
  assert.deepEqual((await whole(traceId, 5)).spans, ALL.slice(1));
});

test('a request that is given up after it was slow is kept whole', async () => {
  const leave = (call: { close(code: number): void }) =>
    setTimeout(() => call.close(constants.NGHTTP2_CANCEL), 1100);
  const { traceId } = await ask({ calls: [to('sibling')], restMs: 1200 }, { act: leave });
  assert.deepEqual(await whole(traceId, 3), {
    spans: ['edge calls', 'edge serves', 'sibling serves'],
    reasons: ['promoted:slow'],
  });
});

test('a stream that fails keeps what was before it', async () => {
  const stream = to('middle', { status: 'DATA_LOSS' }, { kind: 'Chat' });
  const { traceId, said } = await ask({ calls: [to('sibling'), stream] });
  assert.equal(said, 'promoted:DATA_LOSS');
  assert.deepEqual((await whole(traceId, 5)).spans, [
    ...['edge calls', 'edge calls', 'edge serves', 'middle serves', 'sibling serves'],
  ]);
});

test('what code keeps is kept whole, and all that follows', async () => {
  const { traceId, said } = await ask({ calls: [to('middle', { keeps: true }), to('sibling')] });
  assert.equal(said, 'promoted:marked');
  assert.deepEqual((await whole(traceId, 5)).reasons, ['promoted:marked']);
});

test('a trace that was sampled is sent as ever, and its verdict goes up', async () => {
  const { traceId, said } = await ask({ calls: [to('leaf', { status: 'INTERNAL' })] }, { flags: '01' });
  assert.equal(said, 'promoted:INTERNAL');
  assert.deepEqual(await whole(traceId, 3), {
    spans: ['edge calls', 'edge serves', 'leaf serves'],
    reasons: [undefined],
  });
});

test('of trees of calls, whatever fails in them and wherever, those are kept whole that have to be, and no others', async () => {
  const next = randomErrands(addresses, seededRandom(8));
  const traces: (PlannedErrand & { readonly traceId: string })[] = [];
  const lane = async () => {
    for (let count = 0; count < 10; count++) {
      const planned = next('edge');
      traces.push({ ...planned, ...(await ask(planned.errand)) });
    }
  };
  await Promise.all([lane(), lane(), lane(), lane(), lane(), lane()]);
  const kept = traces.filter(({ isKept }) => isKept);
  assert.ok(kept.length >= 5 && kept.length <= 30, `${kept.length}`);
  for (const { traceId, spans } of kept) assert.deepEqual((await whole(traceId, spans.length)).spans, spans);
  // On a busy machine anything may be slow.
  const isSlow = ({ attributes }: Collector['spans'][number]) =>
    attributes['sampling.reason'] === 'promoted:slow';
  for (const { traceId, isKept } of traces)
    if (!isKept) assert.ok(spansOf(traceId).every(isSlow), JSON.stringify(spansOf(traceId)));
});

test('with capture off nothing is kept and nothing is said', async () => {
  await start('plain', { MESH_CAPTURE: 'off' });
  const { traceId, said } = await ask({ status: 'INTERNAL' }, { service: 'plain' });
  assert.equal(said, undefined);
  const plain = services.get('plain');
  plain?.stop();
  assert.equal((await plain?.exit)?.code, 0, plain?.stderr());
  assert.deepEqual(spansOf(traceId), []);
});

test('whom a service had called that is killed then, its caller can tell all the same', async () => {
  const first = await ask({ calls: [to('doomed', { calls: [to('sibling')] })], keeps: true });
  // Told of that, the doomed one has answered whom it calls.
  await whole(first.traceId, 5);
  const { traceId } = await ask({ calls: [to('doomed', { calls: [to('sibling')], quits: true })] });
  assert.deepEqual(await whole(traceId, 3), {
    spans: ['edge calls', 'edge serves', 'sibling serves'],
    reasons: ['promoted:UNAVAILABLE'],
  });
});

test('what goes well is not kept, nor what is refused; what a service is killed in is kept of all others', async () => {
  const refused = ['NOT_FOUND', 'UNIMPLEMENTED'].map((status) => to('leaf', { status }));
  const well = await ask({ calls: [to('sibling'), ...refused] });
  assert.equal(well.said, undefined);
  const dying = to('middle', { calls: [to('leaf', { hails: true, restMs: 300 })], dies: true });
  const { traceId, said } = await ask({ calls: [to('sibling'), dying] });
  assert.equal(said, 'promoted:UNAVAILABLE');
  assert.deepEqual(await whole(traceId, 5), {
    spans: ['edge calls', 'edge calls', 'edge serves', 'leaf serves', 'sibling serves'],
    reasons: ['promoted:UNAVAILABLE'],
  });
  // All of them have sent what came later.
  assert.deepEqual(spansOf(well.traceId), []);
});
