import type { GatewayServiceHandlers } from '@mesh/protos/gen/mesh/gateway/v1/GatewayService';
import type { OrderServiceDefinition } from '@mesh/protos/gen/mesh/order/v1/OrderService';
import type { Client, Handlers } from '@mesh/rpc';
import type { InventoryMethods } from './neighbours.ts';
import { toOrder } from './to-order.ts';
import { toProduct } from './to-product.ts';

export type Gateway = Handlers<GatewayServiceHandlers>;

/**
 * `mesh.gateway.v1.GatewayService`, which HTTP/JSON is served from as well. It has no rules of its
 * own: it calls the service that has them and shows what outsiders may see. Errors pass unchanged.
 */
export function createGateway(
  orders: Client<OrderServiceDefinition>,
  inventory: Client<InventoryMethods>,
): Gateway {
  return {
    async placeOrder(request, scope) {
      const { order, replayed } = await orders.createOrder(request, scope);
      return { order: toOrder(order), replayed };
    },
    async getOrder({ id }, scope) {
      const { order } = await orders.getOrder({ id }, scope);
      return { order: toOrder(order) };
    },
    async listOrders(request, scope) {
      const answer = await orders.listOrders(request, scope);
      return { orders: answer.orders.map(toOrder), nextPageToken: answer.nextPageToken };
    },
    async listProducts(request, scope) {
      const { stock, nextPageToken } = await inventory.listStock(request, scope);
      return { products: stock.map(toProduct), nextPageToken };
    },
    async cancelOrder({ id }, scope) {
      const { order } = await orders.cancelOrder({ id }, scope);
      return { order: toOrder(order) };
    },
  };
}
