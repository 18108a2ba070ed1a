import { mapLimited } from '../../map-limited.ts';
import type { MeshReader } from '../mesh-reader.ts';
import { readTracedOrder, type TracedOrder } from './traced-order.ts';

const readsAtOnce = 8;

/**
 * The orders, anew where they were PENDING when they were listed. After their spans were read: the request of which
 * there is a span has ended, so what it made of its order can be seen.
 */
export function readAgain(mesh: MeshReader, orders: readonly TracedOrder[]): Promise<readonly TracedOrder[]> {
  return mapLimited(orders, readsAtOnce, async (order) => {
    const now = order.status === 'PENDING' ? await mesh.order(order.orderId) : undefined;
    return now ? readTracedOrder(now) : order;
  });
}
