import type { Log } from '@mesh/rpc';
import type { Gateway } from './gateway.ts';

/** The gateway, with a line at debug level for what an order asks for: nothing of who asks. */
export function logGateway(gateway: Gateway, log: Log): Gateway {
  return {
    ...gateway,
    placeOrder(request, scope) {
      const { items } = request;
      const quantity = items.reduce((sum, item) => sum + item.quantity, 0);
      const leftMs = Math.round(scope.deadline - Date.now());
      log.debug('order asked for', {
        'order.items': items.length,
        'order.quantity': quantity,
        left_ms: leftMs,
      });
      return gateway.placeOrder(request, scope);
    },
  };
}
