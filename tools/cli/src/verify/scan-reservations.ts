import type { Ledger } from './ledger.ts';
import { checkOrder, lookAtOrder } from './look-at-order.ts';
import type { MeshReader } from './mesh-reader.ts';
import type { Suspect } from './suspect.ts';

/** Reads every reservation; one whose order was not among the orders is a suspect if it takes stock. */
export async function scanReservations(mesh: MeshReader, ledger: Ledger, orderIds: ReadonlySet<string>) {
  const suspects: Suspect[] = [];
  let count = 0;
  for await (const page of mesh.reservations()) {
    count += page.length;
    for (const reservation of page.filter((entry) => !orderIds.has(entry.orderId))) {
      const { orderId } = reservation;
      const findings = checkOrder({ orderId, reservation, acknowledged: [] });
      if (findings.length > 0) suspects.push({ lookAgain: () => lookAtOrder(mesh, ledger, orderId) });
    }
  }
  return { count, suspects };
}
