import { setTimeout as pause } from 'node:timers/promises';
import type { Mesh } from '../../mesh/mesh.ts';
import type { Child } from '../../processes/child.ts';
import { ALL, TAIL } from './replay-configurations.ts';
import type { Collector } from './start-collector.ts';
import type { TraceCounts } from './trace-tally.ts';

/** Longer than the collector waits for a trace and a service for a batch. */
const PATIENCE_MS = 40_000;

/**
 * Waits until every trace of the mesh that keeps all is there, and the collector has decided about every one of its own.
 *
 * @throws Error with both numbers when they do not come
 */
export async function waitUntilDecided(
  meshes: readonly Mesh[],
  sink: Child,
  collector: Collector | undefined,
): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  const placed = (name: string) => meshes.find((mesh) => mesh.configuration.name === name)?.placed() ?? 0;
  while (true) {
    const arrived = (await sink.ask<TraceCounts>('counts'))[ALL]?.requests ?? 0;
    const state = (await collector?.state()) ?? { decided: 0, queued: 0 };
    if (arrived === placed(ALL) && state.decided >= placed(TAIL) && state.queued === 0) return;
    const what = `${arrived} traces of ${placed(ALL)} arrived, ${state.decided} of ${placed(TAIL)} decided`;
    if (Date.now() > end) throw new Error(`The replay is not valid: ${what}.`);
    await pause(100);
  }
}
