import type { Log } from '@mesh/rpc';
import type { OrderStore } from '../domain/order-store.ts';

/** The store, with a line at debug level for each state of an order that it has written. */
export function logOrderStore(store: OrderStore, log: Log): OrderStore {
  return {
    ...store,
    async record(intent, scope) {
      const answer = await store.record(intent, scope);
      const { id, status } = answer.order;
      const about = { 'order.id': id, 'order.status': status, 'order.items': intent.items.length };
      log.debug(answer.recorded ? 'order recorded' : 'order was there', about);
      return answer;
    },
    async settle(id, outcome, scope) {
      const order = await store.settle(id, outcome, scope);
      const about = { 'order.id': id, 'order.status': order.status, 'order.outcome': outcome.status };
      log.debug('order settled', about);
      return order;
    },
    async requestCancel(id, scope) {
      const order = await store.requestCancel(id, scope);
      log.debug('cancel recorded', { 'order.id': id, 'order.status': order?.status ?? 'none' });
      return order;
    },
    async finishCancel(id, scope) {
      const order = await store.finishCancel(id, scope);
      log.debug('cancel finished', { 'order.id': id, 'order.status': order.status });
      return order;
    },
  };
}
