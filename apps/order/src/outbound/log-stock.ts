import type { Log } from '@mesh/rpc';
import type { Stock } from '../domain/stock.ts';

/** The stock, with a line at debug level for each answer that it gave. */
export function logStock(stock: Stock, log: Log): Stock {
  return {
    async reserve(orderId, items, scope) {
      const answer = await stock.reserve(orderId, items, scope);
      const why = answer.held
        ? { 'stock.currency': answer.currency }
        : { 'stock.refusal': answer.rejection.kind };
      log.debug('stock answered Reserve', { 'order.id': orderId, 'stock.held': answer.held, ...why });
      return answer;
    },
    async commit(orderId, scope) {
      const isCommitted = await stock.commit(orderId, scope);
      log.debug('stock answered Commit', { 'order.id': orderId, 'stock.committed': isCommitted });
      return isCommitted;
    },
    async release(orderId, scope) {
      await stock.release(orderId, scope);
      log.debug('stock answered Release', { 'order.id': orderId });
    },
  };
}
