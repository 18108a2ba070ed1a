import type { Mesh } from '../mesh/mesh.ts';

/** Enough to keep both ends busy, few enough that the queues stay short. */
export const CONCURRENCY = 16;

/** Places that many orders in a closed loop; answers how many seconds it took. */
export async function load(mesh: Mesh, requests: number): Promise<number> {
  const started = performance.now();
  let left = requests;
  const caller = async () => {
    while (left > 0) {
      left--;
      await mesh.place();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, caller));
  return (performance.now() - started) / 1000;
}
