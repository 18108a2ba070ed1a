import type { OrderServiceHandlers } from '@mesh/protos/gen/mesh/order/v1/OrderService';
import { cutPage, type Handlers, type Log, RpcError } from '@mesh/rpc';
import type { OrderStore } from '../domain/order-store.ts';
import type { Orders } from '../domain/orders.ts';
import { checkCreate, checkId, checkPage } from './checks.ts';
import { refusalToRpc } from './refusal-to-rpc.ts';
import { orderToWire } from './to-wire.ts';

/**
 * `mesh.order.v1.OrderService`: checks the request, asks the domain, says it in the wire's words.
 *
 * @param spanIds of the call under way; they are stored with the order that the call creates.
 */
export function createHandlers(
  orders: Orders,
  store: OrderStore,
  log: Log,
  spanIds: () => { readonly traceId: string; readonly spanId: string } | undefined,
): Handlers<OrderServiceHandlers> {
  const refuse = (error: unknown): never => {
    const refusal = refusalToRpc(error);
    const id = refusal instanceof RpcError && refusal.details.metadata?.['orderId'];
    if (id) log.info('order rejected', { 'order.id': id });
    throw refusal;
  };
  return {
    async createOrder(request, scope) {
      checkCreate(request);
      const { idempotencyKey, customerId, items } = request;
      const { traceId, spanId } = spanIds() ?? { traceId: '', spanId: '' };
      const intent = { idempotencyKey, customerId, items, traceId, spanId };
      const { order, replayed } = await orders.create(intent, scope).catch(refuse);
      log.info('order placed', { 'order.id': order.id, 'order.replayed': replayed });
      return { order: orderToWire(order), replayed };
    },
    async getOrder({ id }, scope) {
      checkId(id);
      return { order: orderToWire(await orders.get(id, scope).catch(refuse)) };
    },
    async listOrders(request, scope) {
      const page = checkPage(request);
      const found = await store.list({ limit: page.size + 1, after: page.after }, scope);
      const { rows, nextPageToken } = cutPage(found, page, ({ id }) => id);
      return { orders: rows.map(orderToWire), nextPageToken };
    },
    async cancelOrder({ id }, scope) {
      checkId(id);
      const order = await orders.cancel(id, scope).catch(refuse);
      log.info('order cancelled', { 'order.id': order.id });
      return { order: orderToWire(order) };
    },
  };
}
