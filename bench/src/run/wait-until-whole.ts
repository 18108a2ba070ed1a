import { setTimeout as pause } from 'node:timers/promises';
import type { Mesh } from '../mesh/mesh.ts';
import type { Child } from '../processes/child.ts';
import type { Counts } from '../sink/tally.ts';
import { problemsOf } from './problems-of.ts';

/** Stock batches wait for 5 s. */
const PATIENCE_MS = 15_000;

/**
 * Waits until the lines, spans and log records of all requests are there.
 *
 * @throws Error that says what is missing or too much
 */
export async function waitUntilWhole(meshes: readonly Mesh[], sink: Child): Promise<Counts> {
  const end = Date.now() + PATIENCE_MS;
  while (true) {
    const counts = await sink.ask<Counts>('counts');
    const problems = meshes.flatMap((mesh) => problemsOf(mesh, counts[mesh.configuration.name]));
    if (problems.length === 0) return counts;
    if (Date.now() > end) throw new Error(`The run is not valid. ${problems.join('; ')}.`);
    await pause(50);
  }
}
