import { type Finding, findingsOf } from './finding.ts';
import type { Ledger } from './ledger.ts';
import type { MeshReader } from './mesh-reader.ts';
import type { OrderFacts } from './order-facts.ts';
import { orderRules } from './rules/rules.ts';

/** What is broken about one order. */
export function checkOrder(facts: OrderFacts): readonly Finding[] {
  return findingsOf(orderRules, `order ${facts.orderId}`, facts);
}

/** The same, read anew. The order is read first: a reservation is always ahead of its order. */
export async function lookAtOrder(
  mesh: MeshReader,
  ledger: Ledger,
  orderId: string,
): Promise<readonly Finding[]> {
  const order = await mesh.order(orderId);
  const [reservation] = await mesh.reservationsOf([orderId]);
  return checkOrder({ orderId, order, reservation, acknowledged: ledger.get(orderId) ?? [] });
}
