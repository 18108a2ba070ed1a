import type { Mesh } from '../mesh/mesh.ts';
import { load } from './load.ts';
import { shuffled } from './shuffled.ts';
import type { Slots } from './slot.ts';

export interface Plan {
  /** The counted ones. */
  readonly rounds: number;
  /** Before them, not counted: until then much of the code runs uncompiled. */
  readonly warmUpRounds: number;
  /** Of each slot, fixed: what a request costs depends on how many there are. */
  readonly requests: number;
}

/**
 * Each round loads every mesh once, in random order. What a slot has cost is read when the mesh's next one begins: a
 * batch processor exports the last spans seconds later, and a mesh that waits costs next to nothing otherwise.
 *
 * @param settle after the last round: waits until everything has been exported
 */
export async function runRounds(
  meshes: readonly Mesh[],
  { rounds, warmUpRounds, requests }: Plan,
  onRound: (round: number) => void,
  settle: () => Promise<void>,
): Promise<Slots> {
  const marks = meshes.map((mesh) => ({ mesh, cpu: [] as number[], seconds: [] as number[] }));
  for (let round = 0; round < warmUpRounds + rounds; round++) {
    for (const { mesh, cpu, seconds } of shuffled(marks)) {
      cpu.push(await mesh.cpuMillis());
      seconds.push(await load(mesh, requests));
    }
    onRound(round + 1);
  }
  await settle();
  for (const { mesh, cpu } of marks) cpu.push(await mesh.cpuMillis());
  return new Map(
    marks.map(({ mesh, cpu, seconds }) => [
      mesh.configuration.name,
      slotsOf(cpu, seconds).slice(warmUpRounds),
    ]),
  );
}

function slotsOf(cpu: readonly number[], seconds: readonly number[]) {
  return seconds.map((taken, at) => ({ cpuMillis: (cpu[at + 1] ?? 0) - (cpu[at] ?? 0), seconds: taken }));
}
