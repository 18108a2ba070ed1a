import type { Order__Output } from '@mesh/protos/gen/mesh/order/v1/Order';
import { mapLimited } from '../map-limited.ts';
import { addSold } from './add-sold.ts';
import { findingsOf } from './finding.ts';
import { collectKeys } from './key-uses.ts';
import type { Ledger } from './ledger.ts';
import { checkOrder, lookAtOrder } from './look-at-order.ts';
import type { MeshReader } from './mesh-reader.ts';
import { type KeyUse, oneOrderAKey } from './rules/one-order-a-key.ts';
import type { Suspect } from './suspect.ts';

const readsAtOnce = 8;

/** What is kept of the orders while the rest is read: a few strings an order, whatever its size. */
export interface OrderScan {
  readonly ids: ReadonlySet<string>;
  /** Quantity in CONFIRMED orders, by SKU. */
  readonly confirmed: ReadonlyMap<string, number>;
  readonly suspects: readonly Suspect[];
}

/** Reads every order with its reservation and checks what can be checked on the way. */
export async function scanOrders(mesh: MeshReader, ledger: Ledger): Promise<OrderScan> {
  const ids = new Set<string>();
  const confirmed = new Map<string, number>();
  const keys = collectKeys();
  const suspects: Suspect[] = [];
  for await (const page of mesh.orders()) {
    const orders = page.filter(({ id }) => !ids.has(id));
    suspects.push(...(await suspectsIn(orders, mesh, ledger)));
    for (const order of orders) {
      ids.add(order.id);
      addSold(confirmed, order);
      keys.add(order);
    }
  }
  suspects.push(...keys.reused().map((use) => ({ lookAgain: () => lookAtKey(mesh, use) })));
  return { ids, confirmed, suspects };
}

async function suspectsIn(orders: readonly Order__Output[], mesh: MeshReader, ledger: Ledger) {
  const reservations = await mesh.reservationsOf(orders.map(({ id }) => id));
  const byOrder = new Map(reservations.map((reservation) => [reservation.orderId, reservation]));
  return orders
    .filter((order) => {
      const { id: orderId } = order;
      const acknowledged = ledger.get(orderId) ?? [];
      return checkOrder({ orderId, order, reservation: byOrder.get(orderId), acknowledged }).length > 0;
    })
    .map(({ id }): Suspect => ({ lookAgain: () => lookAtOrder(mesh, ledger, id) }));
}

async function lookAtKey(mesh: MeshReader, use: KeyUse) {
  const { customerId, key, orderIds } = use;
  const orders = await mapLimited(orderIds, readsAtOnce, (id) => mesh.order(id));
  const still = orders.flatMap((order) => {
    return order?.customerId === customerId && order.idempotencyKey === key ? [order.id] : [];
  });
  return findingsOf([oneOrderAKey], `key ${key} of customer ${customerId}`, { ...use, orderIds: still });
}
