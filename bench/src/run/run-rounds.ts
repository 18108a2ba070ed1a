import type { Mesh } from '../mesh/mesh.ts';
import type { Figures, Rounds } from './figures.ts';
import { load } from './load.ts';
import { shuffled } from './shuffled.ts';

export interface Plan {
  /** The counted ones. */
  readonly rounds: number;
  /** Before them, not counted: until then much of the code runs uncompiled. */
  readonly warmUpRounds: number;
  /** Of each mesh in each round, fixed: what a request costs depends on how many there are. */
  readonly requests: number;
}

/** Some 300 ms: short enough that what else the machine does falls on all meshes alike, long enough to be warm. */
const TURN_REQUESTS = 250;

/**
 * Each round loads every mesh with the same number of requests, in turns of random order. What a round has cost is read
 * when the mesh's next one begins: a batch processor exports the last spans seconds later, and a mesh that waits costs
 * next to nothing otherwise.
 *
 * @param settle after the last round: waits until everything has been exported
 */
export async function runRounds(
  meshes: readonly Mesh[],
  { rounds, warmUpRounds, requests }: Plan,
  onRound: (round: number) => void,
  settle: () => Promise<void>,
): Promise<Rounds> {
  const marks: Mark[] = meshes.map((mesh) => ({ mesh, cpu: [], seconds: [] }));
  for (let round = 0; round < warmUpRounds + rounds; round++) {
    await runRound(marks, requests);
    onRound(round + 1);
  }
  await settle();
  for (const mark of marks) mark.cpu.push(await mark.mesh.cpuMillis());
  return new Map(marks.map((mark) => [mark.mesh.configuration.name, figuresOf(mark).slice(warmUpRounds)]));
}

/** What was read of a mesh: the CPU time up to the start of each round, and how long its requests took in it. */
interface Mark {
  readonly mesh: Mesh;
  readonly cpu: number[];
  readonly seconds: number[];
}

async function runRound(marks: readonly Mark[], requests: number): Promise<void> {
  for (const { mesh, cpu, seconds } of marks) {
    cpu.push(await mesh.cpuMillis());
    seconds.push(0);
  }
  for (let left = requests; left > 0; left -= TURN_REQUESTS) {
    for (const { mesh, seconds } of shuffled(marks)) {
      const taken = await load(mesh, Math.min(left, TURN_REQUESTS));
      seconds.push((seconds.pop() ?? 0) + taken);
    }
  }
}

function figuresOf({ cpu, seconds }: Mark): Figures[] {
  return seconds.map((taken, at) => ({ cpuMillis: (cpu[at + 1] ?? 0) - (cpu[at] ?? 0), seconds: taken }));
}
