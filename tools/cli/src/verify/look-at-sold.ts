import type { Order__Output } from '@mesh/protos/gen/mesh/order/v1/Order';
import { mapLimited } from '../map-limited.ts';
import { addSold } from './add-sold.ts';
import { type Finding, findingsOf } from './finding.ts';
import type { MeshReader } from './mesh-reader.ts';
import { noOversell } from './rules/no-oversell.ts';
import { orderStatus } from './status-words.ts';

const readsAtOnce = 8;

/**
 * What is oversold of `skus`, read so that it holds under load. Orders cannot all be read at one moment, but
 * CONFIRMED never comes back: an order that is CONFIRMED before and after the stock is read was so at that moment.
 * Only such orders are counted.
 */
export async function lookAtSold(mesh: MeshReader, skus: ReadonlySet<string>): Promise<readonly Finding[]> {
  const before = new Set<string>();
  for await (const page of mesh.orders()) {
    for (const order of page) if (isConfirmedWith(skus, order)) before.add(order.id);
  }
  const stock = await mapLimited([...skus], readsAtOnce, (sku) => mesh.stockOf(sku));
  const confirmed = new Map<string, number>();
  for await (const page of mesh.orders()) {
    for (const order of page) if (before.delete(order.id)) addSold(confirmed, order);
  }
  return [...skus].flatMap((sku, i) => {
    return findingsOf([noOversell], sku, { sku, confirmed: confirmed.get(sku) ?? 0, stock: stock[i] });
  });
}

function isConfirmedWith(skus: ReadonlySet<string>, order: Order__Output): boolean {
  return orderStatus(order) === 'CONFIRMED' && order.items.some(({ sku }) => skus.has(sku));
}
