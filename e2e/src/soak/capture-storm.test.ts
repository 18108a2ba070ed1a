import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import {
  type CaptureMesh,
  type CaptureMeshOptions,
  openCaptureMesh,
} from '../testing/capture/capture-mesh.ts';
import { forMillis } from '../testing/capture/kinds.ts';
import { placeOrders } from '../testing/capture/order-calls.ts';
import { problemsOf } from '../testing/capture/problems-of.ts';
import { readSpans } from '../testing/capture/read-arrived.ts';
import { NOTHING, readLedgers } from '../testing/capture/read-ledgers.ts';
import { untilSwept } from '../testing/capture/until-swept.ts';
import { defer } from '../testing/defer.ts';
import { until } from '../testing/until.ts';

const STORM_MS = 30_000;
const LANES = 16;

/** As in the defaults of the document. */
const BURST = 50;
const PER_SECOND = 10;

test('of an error storm no more is kept than the budget says, and nothing in part', async (t) => {
  const mesh = await open(t, { replicas: 3 });
  const calls = await placeOrders(mesh, forMillis('fails', STORM_MS), LANES);
  const failed = calls.filter(({ status }) => status === 500);
  assert.ok(failed.length > 0.99 * calls.length, `${failed.length} of ${calls.length} failed`);
  const kept = await settled(
    mesh,
    calls.map(({ traceId }) => traceId),
  );
  const promoted = kept.filter(({ isSampled }) => !isSampled);
  // Each replica has a budget of its own.
  const most = 3 * (BURST + (PER_SECOND * (STORM_MS + 1000)) / 1000);
  t.diagnostic(`${calls.length} orders, ${promoted.length} kept after the fact, at most ${most}`);
  assert.deepEqual(
    kept.flatMap(({ problems }) => problems),
    [],
  );
  assert.ok(promoted.length > 0 && promoted.length <= most, `${promoted.length} of at most ${most}`);
  const last = calls.at(-1)?.traceId ?? '';
  await until('the lines of the last order', async () => (await infoLines(mesh, last)) >= 4);
});

test('an error storm is answered as fast as without any tracing', async (t) => {
  const variables = { OTEL_SDK_DISABLED: 'true' };
  const preloads = ['@mesh/tracing/register', './e2e/src/testing/fixtures/without-retries.ts'];
  const kept = await open(t, { replicas: 1, preloads });
  const bare = await open(t, { replicas: 1, preloads, variables });
  const slices = 10;
  const ratios: number[] = [];
  for (const mesh of [kept, bare]) await answered(mesh, STORM_MS / slices);
  for (let slice = 0; slice < slices; slice++) {
    const pair = slice % 2 === 0 ? [kept, bare] : [bare, kept];
    const counts = new Map<CaptureMesh, number>();
    for (const mesh of pair) counts.set(mesh, await answered(mesh, STORM_MS / slices));
    ratios.push((counts.get(kept) ?? 0) / (counts.get(bare) ?? 0));
    t.diagnostic(`${counts.get(kept)} answers with, ${counts.get(bare)} without`);
  }
  const median = ratios.toSorted((a, b) => a - b)[slices / 2] ?? 0;
  t.diagnostic(`median ${median.toFixed(3)} over ${LANES} lanes`);
  assert.ok(median >= 0.95, `${median}`);
});

async function open(t: TestContext, options: CaptureMeshOptions): Promise<CaptureMesh> {
  const mesh = await openCaptureMesh(options);
  defer(t, () => mesh.close());
  return mesh;
}

/** What a storm leaves to the background is done before the next one. */
async function answered(mesh: CaptureMesh, ms: number): Promise<number> {
  const calls = await placeOrders(mesh, forMillis('fails', ms), LANES);
  await untilSwept(mesh);
  return calls.filter(({ status }) => status !== undefined).length;
}

interface Kept {
  readonly isSampled: boolean;
  readonly problems: readonly string[];
}

/** What is to be said of the traces that arrived, as soon as all are whole, or 10 s are over. */
async function settled(mesh: CaptureMesh, traceIds: readonly string[]): Promise<Kept[]> {
  let kept: Kept[] = [];
  const isWhole = async () => {
    const ledgers = await readLedgers(mesh);
    kept = [];
    for (const traceId of traceIds) {
      if ((await readSpans(mesh, traceId)).length === 0) continue;
      const recorded = ledgers.get(traceId) ?? NOTHING;
      // Debug lines of a sampled trace wait for a failure that has a budget, as those of all.
      const found = await problemsOf(mesh, traceId, recorded, undefined);
      const problems = recorded.isSampled
        ? found.filter((problem) => !problem.startsWith('the line'))
        : found;
      kept.push({ isSampled: recorded.isSampled, problems });
    }
    return kept.every(({ problems }) => problems.length === 0);
  };
  await until('whole traces', isWhole, 10_000).catch(() => {});
  return kept;
}

async function infoLines({ lokiUrl }: CaptureMesh, traceId: string): Promise<number> {
  const query = encodeURIComponent(`{service_name=~".+"} | trace_id="${traceId}" | detected_level="info"`);
  const response = await fetch(`${lokiUrl}/loki/api/v1/query_range?query=${query}`);
  const { data } = (await response.json()) as { data: { result: { values: unknown[] }[] } };
  return data.result.flatMap(({ values }) => values).length;
}
