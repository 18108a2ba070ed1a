import type { Order__Output } from '@mesh/protos/gen/mesh/order/v1/Order';
import type { MeshReader } from '../mesh-reader.ts';
import { orderStatus } from '../status-words.ts';
import type { TracedOrder } from './traced-order.ts';
import type { Window } from './window.ts';

/** The orders that were created within `window`, newest first. */
export async function ordersIn(mesh: MeshReader, { fromMs, toMs }: Window): Promise<readonly TracedOrder[]> {
  const orders = new Map<string, TracedOrder>();
  for await (const page of mesh.orders()) {
    const read = page.map(toTracedOrder);
    for (const order of read) {
      if (fromMs <= order.createdMs && order.createdMs <= toMs) orders.set(order.orderId, order);
    }
    // Pages come newest first, so all that follows is older still.
    if (read.length > 0 && read.every(({ createdMs }) => createdMs < fromMs)) break;
  }
  return [...orders.values()];
}

function toTracedOrder(order: Order__Output): TracedOrder {
  const { seconds = '0', nanos = 0 } = order.createTime ?? {};
  const createdMs = Number(seconds) * 1000 + nanos / 1e6;
  return { orderId: order.id, status: orderStatus(order), traceId: order.traceId, createdMs };
}
