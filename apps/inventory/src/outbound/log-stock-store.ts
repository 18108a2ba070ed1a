import type { Log } from '@mesh/rpc';
import type { Reservation } from '../domain/reservation.ts';
import type { StockStore } from '../domain/stock-store.ts';

/** The store, with a line at debug level for what became of each reservation that a call was about. */
export function logStockStore(store: StockStore, log: Log): StockStore {
  return {
    ...store,
    async reserve(order, scope) {
      const reservation = await store.reserve(order, scope);
      log.debug('reservation made', about(order.orderId, reservation));
      return reservation;
    },
    async commit(orderId, scope) {
      const reservation = await store.commit(orderId, scope);
      log.debug('reservation committed', about(orderId, reservation));
      return reservation;
    },
    async release(orderId, scope) {
      const reservation = await store.release(orderId, scope);
      log.debug('reservation released', about(orderId, reservation));
      return reservation;
    },
  };
}

/** The state says whether it was as the message has it. */
function about(orderId: string, reservation: Reservation | undefined): object {
  return {
    'order.id': orderId,
    'reservation.status': reservation?.status ?? 'none',
    'reservation.lines': reservation?.lines.length ?? 0,
    ...(reservation?.refusal && { 'reservation.refusal': reservation.refusal.kind }),
  };
}
