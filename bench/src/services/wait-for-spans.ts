import { setTimeout as pause } from 'node:timers/promises';
import type { Mesh } from '../mesh/mesh.ts';
import type { Child } from '../processes/child.ts';
import type { Counts } from '../sink/tally.ts';

/** CreateOrder, Reserve and Commit, on both sides. */
const CALL_SPANS_PER_ORDER = 6;

/** Stock batches wait for 5 s. */
const PATIENCE_MS = 15_000;

/**
 * Waits until the spans of all gRPC calls are there; those of HTTP and Postgres are not counted, as stock makes others.
 *
 * @throws Error that says how many are missing or too much
 */
export async function waitForSpans(meshes: readonly Mesh[], sink: Child): Promise<Counts> {
  const end = Date.now() + PATIENCE_MS;
  while (true) {
    const counts = await sink.ask<Counts>('counts');
    const wrong = meshes.filter((mesh) => !fits(mesh, counts[mesh.configuration.name]?.spans ?? 0));
    if (wrong.length === 0) return counts;
    if (Date.now() > end) throw new Error(`The run is not valid: ${JSON.stringify(counts)}.`);
    await pause(50);
  }
}

/** Whole traces only, and within six standard deviations of the sampler's share. */
function fits({ configuration: { sampled }, placed }: Mesh, spans: number): boolean {
  const expected = placed() * sampled;
  const tolerance = 6 * Math.sqrt(expected * (1 - sampled));
  const traces = spans / CALL_SPANS_PER_ORDER;
  return Number.isInteger(traces) && Math.abs(traces - expected) <= tolerance;
}
