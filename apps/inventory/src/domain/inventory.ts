import { Refused } from './refusal.ts';
import { type Line, type MadeBy, type Reservation, sameLines } from './reservation.ts';
import type { Scope } from './scope.ts';
import type { Stock } from './stock.ts';
import type { StockStore } from './stock-store.ts';

export interface Inventory {
  reserve(orderId: string, lines: readonly Line[], madeBy: MadeBy, scope: Scope): Promise<Reservation>;
  commit(orderId: string, scope: Scope): Promise<Reservation>;
  release(orderId: string, scope: Scope): Promise<Reservation>;
  restock(requestId: string, line: Line, scope: Scope): Promise<Stock>;
}

/**
 * The rules of reserving. Every call may be repeated: what it does is done once, and a refusal stays one.
 */
export function createInventory(store: StockStore, holdMs: number): Inventory {
  return {
    async reserve(orderId, lines, madeBy, scope) {
      const reservation = orThrow(await store.reserve({ orderId, lines, holdMs, madeBy }, scope));
      if (!sameLines(reservation.lines, lines)) throw new Refused({ kind: 'RESERVATION_MISMATCH' });
      return reservation;
    },
    async commit(orderId, scope) {
      const reservation = await store.commit(orderId, scope);
      if (reservation === undefined) throw new Refused({ kind: 'RESERVATION_NOT_FOUND' });
      return orThrow(reservation);
    },
    release: (orderId, scope) => store.release(orderId, scope),
    async restock(requestId, line, scope) {
      const stock = await store.restock(requestId, line, scope);
      if (stock === undefined) throw new Refused({ kind: 'RESTOCK_MISMATCH' });
      return stock;
    },
  };
}

/** A reservation that holds its stock, or the refusal that it stands for. */
function orThrow(reservation: Reservation): Reservation {
  if (reservation.refusal !== undefined) throw new Refused(reservation.refusal);
  if (reservation.status === 'RELEASED') throw new Refused({ kind: 'RESERVATION_RELEASED' });
  return reservation;
}
