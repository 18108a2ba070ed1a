import { setTimeout } from 'node:timers/promises';
import { type CaptureMesh, SLOW_MS } from './capture-mesh.ts';
import { type Call, type Kind, placeOrders } from './order-calls.ts';

/** Kills the last replica of the inventory while orders are held in it. @returns the process that is gone, too */
export async function killWhile(
  mesh: CaptureMesh,
  kinds: Iterable<Kind>,
  lanes: number,
): Promise<{ calls: Call[]; killed: number }> {
  const replica = mesh.services.at(-1);
  const placing = placeOrders(mesh, kinds, lanes);
  // Those of the first lanes are in their Commit then: nothing outside of the process tells that.
  await setTimeout(SLOW_MS / 2);
  await replica?.end('SIGKILL');
  return { calls: await placing, killed: replica?.pid ?? 0 };
}
