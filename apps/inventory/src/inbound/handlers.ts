import type { InventoryServiceHandlers } from '@mesh/protos/gen/mesh/inventory/v1/InventoryService';
import { cutPage, type Handlers } from '@mesh/rpc';
import type { Inventory } from '../domain/inventory.ts';
import type { MadeBy } from '../domain/reservation.ts';
import type { StockFeed } from '../domain/stock-feed.ts';
import type { StockStore } from '../domain/stock-store.ts';
import * as check from './checks.ts';
import { refusalToRpc } from './refusal-to-rpc.ts';
import { reservationToWire, stockToWire } from './to-wire.ts';

const refuse = (error: unknown): never => {
  throw refusalToRpc(error);
};

/**
 * `mesh.inventory.v1.InventoryService`: checks the request, asks the domain, says it in the wire's words.
 *
 * @param spanIds of the call under way; they are stored with the reservation that the call makes.
 */
export function createHandlers(
  inventory: Inventory,
  store: StockStore,
  feed: StockFeed,
  spanIds: () => MadeBy | undefined,
): Handlers<InventoryServiceHandlers> {
  return {
    async listStock(request, scope) {
      const page = check.checkStockPage(request);
      const list = request.view === 'STOCK_VIEW_AUDIT' ? store.auditStock : store.listStock;
      const selection = { limit: page.size + 1, after: page.after, only: request.skus };
      const { rows, nextPageToken } = cutPage(await list(selection, scope), page, ({ sku }) => sku);
      return { stock: rows.map(stockToWire), nextPageToken };
    },
    async listReservations(request, scope) {
      const page = check.checkReservationPage(request);
      const selection = { limit: page.size + 1, after: page.after, only: request.orderIds };
      const found = await store.listReservations(selection, scope);
      const { rows, nextPageToken } = cutPage(found, page, ({ orderId }) => orderId);
      return { reservations: rows.map(reservationToWire), nextPageToken };
    },
    async reserve(request, scope) {
      check.checkReserve(request);
      const madeBy = spanIds() ?? { traceId: '', spanId: '' };
      const { orderId, lines } = request;
      const reservation = await inventory.reserve(orderId, lines, madeBy, scope).catch(refuse);
      return { reservation: reservationToWire(reservation) };
    },
    async commit({ orderId }, scope) {
      check.checkOrderId(orderId);
      return { reservation: reservationToWire(await inventory.commit(orderId, scope).catch(refuse)) };
    },
    async release({ orderId }, scope) {
      check.checkOrderId(orderId);
      return { reservation: reservationToWire(await inventory.release(orderId, scope)) };
    },
    async *watchStock({ skus }, { signal }) {
      check.checkSkus(skus);
      for await (const stock of feed.watch(skus, signal)) yield { stock: stockToWire(stock) };
    },
    async restock(request, scope) {
      check.checkRestock(request);
      const { requestId, sku, quantity } = request;
      return {
        stock: stockToWire(await inventory.restock(requestId, { sku, quantity }, scope).catch(refuse)),
      };
    },
  };
}
