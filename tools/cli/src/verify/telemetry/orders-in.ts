import type { MeshReader } from '../mesh-reader.ts';
import { readTracedOrder, type TracedOrder } from './traced-order.ts';
import type { Window } from './window.ts';

/** The orders that were created within `window`, newest first. */
export async function ordersIn(mesh: MeshReader, { fromMs, toMs }: Window): Promise<readonly TracedOrder[]> {
  const orders = new Map<string, TracedOrder>();
  for await (const page of mesh.orders()) {
    const read = page.map(readTracedOrder);
    for (const order of read) {
      if (fromMs <= order.createdMs && order.createdMs <= toMs) orders.set(order.orderId, order);
    }
    // Pages come newest first, so all that follows is older still.
    if (read.length > 0 && read.every(({ createdMs }) => createdMs < fromMs)) break;
  }
  return [...orders.values()];
}
